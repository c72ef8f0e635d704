using System.Buffers;
using System.Collections.Concurrent;

using Microsoft.AspNetCore.Connections;

namespace Percurso.Files.Uploads;

/// <summary>
/// The memory into which the server reads from its lines. The framework's own blocks are of 4 kB, which makes a gigabyte a quarter of a million reads; these are of
/// 64 kB. An idle line holds none.
/// </summary>
sealed class WideBlocks : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new Pool();

    sealed class Pool : MemoryPool<byte>
    {
        const int Size = 64 << 10;

        /// <summary>How many are kept for others to take, 16 MB.</summary>
        const int Kept = 256;

        readonly ConcurrentQueue<byte[]> free = new();

        public override int MaxBufferSize => Size;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, Size);
            return new Block(this, free.TryDequeue(out var bytes) ? bytes : GC.AllocateUninitializedArray<byte>(Size, pinned: true));
        }

        protected override void Dispose(bool disposing) => free.Clear();

        sealed class Block(Pool pool, byte[] bytes) : IMemoryOwner<byte>
        {
            byte[]? held = bytes;

            public Memory<byte> Memory => held ?? throw new ObjectDisposedException(nameof(Block));

            /// <summary>A second time does nothing: no two lines ever share a block.</summary>
            public void Dispose()
            {
                if (Interlocked.Exchange(ref held, null) is { } returned && pool.free.Count < Kept) pool.free.Enqueue(returned);
            }
        }
    }
}
