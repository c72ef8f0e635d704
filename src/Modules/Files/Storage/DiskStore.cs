using Microsoft.Extensions.Configuration;
using Microsoft.Win32.SafeHandles;

using Percurso.Kernel.Data;

namespace Percurso.Files.Storage;

/// <summary>
/// Pieces as files, <c>3f/…3f.piece</c>, below the folder that <c>Files:Folder</c> names, by default <c>files</c> in the data folder. Several nodes
/// share it, or there is one node.
/// </summary>
sealed class DiskStore : IStore
{
    readonly string root;

    public DiskStore(DataFolder folder, IConfiguration configuration) =>
        root = Directory.CreateDirectory(configuration["Files:Folder"] is { Length: > 0 } named ? Path.GetFullPath(named) : Path.Combine(folder.Path, "files")).FullName;

    /// <summary>Beginning and ending a piece takes two commits, which are felt when there are many of them in a gigabyte.</summary>
    public long PieceLimit => 256 << 20;

    public long? FreeBytes => new DriveInfo(root).AvailableFreeSpace;

    public ValueTask<IPieceWriter> CreateAsync(Guid piece, CancellationToken cancel)
    {
        var path = PathOf(piece);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return ValueTask.FromResult<IPieceWriter>(new Writer(File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read)));
    }

    public ValueTask<long> RescueAsync(Guid piece, CancellationToken cancel)
    {
        if (!File.Exists(PathOf(piece))) return ValueTask.FromResult(0L);

        using var handle = File.OpenHandle(PathOf(piece), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(handle);
        return ValueTask.FromResult(RandomAccess.GetLength(handle));
    }

    public ValueTask<IPieceReader> OpenAsync(Guid piece, long length, CancellationToken cancel)
    {
        try
        {
            return ValueTask.FromResult<IPieceReader>(new Reader(File.OpenHandle(PathOf(piece), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), length));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StoreDamagedException($"Piece {piece} is not there.");
        }
    }

    public ValueTask DeleteAsync(Guid piece, CancellationToken cancel)
    {
        if (File.Exists(PathOf(piece))) File.Delete(PathOf(piece));
        return ValueTask.CompletedTask;
    }

    /// <summary>The last two figures of a key spread best: the first are the time.</summary>
    string PathOf(Guid piece) => Path.Combine(root, $"{piece:n}"[^2..], $"{piece:n}.piece");

    sealed class Writer(SafeFileHandle handle) : IPieceWriter
    {
        readonly PastTheCache past = new(handle);
        long length;

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
        {
            past.Suit(bytes, length);
            try
            {
                await RandomAccess.WriteAsync(handle, bytes, length, cancel);
                length += bytes.Length;
            }
            catch (IOException failure) when (DiskFailure.IsFull(failure))
            {
                throw new StoreFullException(failure);
            }
        }

        public async ValueTask EndAsync(CancellationToken cancel) => await Task.Run(() => RandomAccess.FlushToDisk(handle), cancel);

        public ValueTask DisposeAsync()
        {
            handle.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    sealed class Reader(SafeFileHandle handle, long length) : IPieceReader
    {
        public ValueTask<int> ReadAsync(long offset, Memory<byte> into, CancellationToken cancel) =>
            RandomAccess.ReadAsync(handle, into[..(int)Math.Min(into.Length, Math.Max(0, length - offset))], offset, cancel);

        public ValueTask DisposeAsync()
        {
            handle.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
