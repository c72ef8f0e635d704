using System.Security.Cryptography;

using Microsoft.Extensions.Configuration;

using Percurso.Files.Storage;
using Percurso.Files.Storage.S3;
using Percurso.Files.Storage.Sealing;
using Percurso.Kernel.Data;
using Percurso.Testing;

namespace Percurso.Tests.Files.Stores;

/// <summary>What every store does, sealed or not.</summary>
public sealed class StoreTests(S3Server service) : IClassFixture<S3Server>, IDisposable
{
    static readonly SealingKey key = new("2026", RandomNumberGenerator.GetBytes(32));
    static readonly SealingKeys none = new(null, new Dictionary<string, SealingKey>(), TakesPlain: true), keys = Sealing(key);

    readonly TemporaryFolder folder = new();

    [Theory, InlineData("disk", false), InlineData("disk", true), InlineData("s3", false), InlineData("s3", true)]
    public async Task A_piece_is_read_at_any_place_as_it_was_written(string where, bool isSealed)
    {
        var (store, piece, bytes) = (Store(where, isSealed ? keys : none), Guid.CreateVersion7(), RandomNumberGenerator.GetBytes((11 << 20) + 77));
        await WriteAsync(store, piece, bytes);

        Assert.Equal(bytes, await ReadAsync(store, piece, 0, bytes.Length, bytes.Length));
        foreach (var (from, length) in new[] { (0, 1), (65_535, 2), (5 << 20, 100), (bytes.Length - 1, 1), (7_000_000, 300_000), (1, 70_000) })
            Assert.Equal(bytes[from..(from + length)], await ReadAsync(store, piece, from, length, bytes.Length));
        Assert.Empty(await ReadAsync(store, piece, bytes.Length, 10, bytes.Length));

        await store.DeleteAsync(piece, Cancel);
        await store.DeleteAsync(piece, Cancel);
        await Assert.ThrowsAsync<StoreDamagedException>(() => ReadAsync(store, piece, 0, 1, bytes.Length));
    }

    [Theory, InlineData("disk", false), InlineData("disk", true), InlineData("s3", false), InlineData("s3", true)]
    public async Task What_a_writer_had_written_when_it_died_is_there_but_for_a_chunk(string where, bool isSealed)
    {
        var (store, piece, bytes) = (Store(where, isSealed ? keys : none), Guid.CreateVersion7(), RandomNumberGenerator.GetBytes((6 << 20) + 1000));
        var dead = await store.CreateAsync(piece, Cancel);
        foreach (var block in bytes.Chunk(512 << 10)) await dead.WriteAsync(block, Cancel);
        await dead.DisposeAsync();

        var survived = await store.RescueAsync(piece, Cancel);

        Assert.InRange(survived, bytes.Length - (isSealed ? PieceSeal.Chunk : 0), bytes.Length);
        Assert.Equal(bytes[..(int)survived], await ReadAsync(store, piece, 0, bytes.Length, survived));
        Assert.Equal(survived, await store.RescueAsync(piece, Cancel));
        Assert.Equal(0, await store.RescueAsync(Guid.CreateVersion7(), Cancel));
    }

    [Fact]
    public async Task A_bucket_keeps_no_blocks_of_what_was_ended()
    {
        var store = Store("s3", none);
        var before = service.Objects().Count;
        for (var count = 0; count < 2; count++) await WriteAsync(store, Guid.CreateVersion7(), new byte[3 << 20]);

        Assert.Equal(before + 2, service.Objects().Count);
    }

    [Theory, InlineData(40), InlineData(200_000), InlineData(5)]
    public async Task One_altered_byte_of_a_sealed_piece_is_noticed(int place)
    {
        var (store, piece, bytes) = (Store("disk", keys), Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(300_000));
        await WriteAsync(store, piece, bytes);
        Change(piece, stored => stored[place] ^= 1);

        await Assert.ThrowsAsync<StoreDamagedException>(() => ReadAsync(store, piece, 0, bytes.Length, bytes.Length));
    }

    [Fact]
    public async Task A_sealed_piece_that_was_cut_exchanged_or_replaced_is_noticed()
    {
        var store = Store("disk", keys);
        var (cut, one, other, plain, moved) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var piece in new[] { cut, one, other, plain, moved }) await WriteAsync(store, piece, RandomNumberGenerator.GetBytes(200_000));
        using (var file = File.OpenWrite(PathOf(cut))) file.SetLength(PieceSeal.StoredLength(PieceSeal.Chunk * 2));
        File.Copy(PathOf(one), PathOf(other), overwrite: true);
        await File.WriteAllBytesAsync(PathOf(plain), new byte[200_000]);
        const int closed = PieceSeal.Chunk + PieceSeal.Tag;
        Change(moved, stored => stored.AsSpan(PieceSeal.HeaderLength, closed).CopyTo(stored.AsSpan(PieceSeal.HeaderLength + closed)));

        foreach (var piece in new[] { cut, other, plain, moved })
            await Assert.ThrowsAsync<StoreDamagedException>(() => ReadAsync(store, piece, 0, 200_000, 200_000));
        Assert.Equal(200_000, (await ReadAsync(store, one, 0, 200_000, 200_000)).Length);
    }

    [Fact]
    public async Task What_an_earlier_key_sealed_is_read_and_a_key_that_is_missing_is_named()
    {
        var (piece, bytes, next) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(100_000), new SealingKey("2027", RandomNumberGenerator.GetBytes(32)));
        await WriteAsync(Store("disk", keys), piece, bytes);

        Assert.Equal(bytes, await ReadAsync(Store("disk", Sealing(next, key)), piece, 0, bytes.Length, bytes.Length));
        foreach (var without in new[] { none, Sealing(next) })
            Assert.Contains("not configured", (await Assert.ThrowsAsync<StoreDamagedException>(() => ReadAsync(Store("disk", without), piece, 0, 10, bytes.Length))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lay_there_before_sealing_began_is_read_where_that_is_allowed()
    {
        var (piece, bytes) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(100));
        await WriteAsync(Store("disk", none), piece, bytes);

        await Assert.ThrowsAsync<StoreDamagedException>(() => ReadAsync(Store("disk", keys), piece, 0, 100, 100));
        Assert.Equal(bytes, await ReadAsync(Store("disk", keys with { TakesPlain = true }), piece, 0, 100, 100));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_or_refuses_us_is_away()
    {
        foreach (var settings in new[] { service.Settings with { Address = new("http://127.0.0.1:1") }, service.Settings with { Bucket = "another" }, service.Settings with { Key = "nobody" } })
        {
            using var store = new S3Store(settings);
            await Assert.ThrowsAsync<StoreAwayException>(() => WriteAsync(store, Guid.CreateVersion7(), [1]));
            await Assert.ThrowsAsync<StoreAwayException>(() => store.RescueAsync(Guid.CreateVersion7(), Cancel).AsTask());
        }
    }

    public void Dispose() => folder.Dispose();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static SealingKeys Sealing(SealingKey current, params SealingKey[] old) => new(current, old.Append(current).ToDictionary(one => one.Id), TakesPlain: false);

    SealedStore Store(string where, SealingKeys sealing) =>
        new(where == "s3" ? new S3Store(service.Settings) : new DiskStore(new DataFolder(folder.Path), new ConfigurationBuilder().Build()), sealing);

    string PathOf(Guid piece) => Directory.GetFiles(folder.Path, $"{piece:n}.piece", SearchOption.AllDirectories).Single();

    void Change(Guid piece, Action<byte[]> change)
    {
        var stored = File.ReadAllBytes(PathOf(piece));
        change(stored);
        File.WriteAllBytes(PathOf(piece), stored);
    }

    static async Task WriteAsync(IStore store, Guid piece, byte[] bytes)
    {
        await using var writer = await store.CreateAsync(piece, Cancel);
        foreach (var block in bytes.Chunk(512 << 10)) await writer.WriteAsync(block, Cancel);
        await writer.EndAsync(Cancel);
    }

    static async Task<byte[]> ReadAsync(IStore store, Guid piece, long from, int most, long length)
    {
        await using var reader = await store.OpenAsync(piece, length, Cancel);
        var (bytes, read) = (new byte[most], 0);
        while (read < most && await reader.ReadAsync(from + read, bytes.AsMemory(read), Cancel) is var some and > 0) read += some;
        return bytes[..read];
    }
}
