using System.Security.Cryptography;

using Percurso.Files.Storage;
using Percurso.Files.Uploads;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Files;

/// <summary>The memory through which uploads pass.</summary>
public sealed class ByteRingTests
{
    [Fact]
    public async Task A_slow_and_a_quick_hand_get_all_bytes_in_order()
    {
        var sent = RandomNumberGenerator.GetBytes((5 << 20) + 77);
        var (slow, quick) = (new MemoryStream(), new MemoryStream());
        await using var ring = new ByteRing(
            async bytes =>
            {
                await Task.Delay(1);
                slow.Write(bytes.Span);
            },
            bytes =>
            {
                quick.Write(bytes.Span);
                return ValueTask.CompletedTask;
            });
        for (var at = 0; at < sent.Length;)
        {
            var room = await ring.RoomAsync();
            var some = Math.Min(room.Length, sent.Length - at);
            sent.AsMemory(at, some).CopyTo(room);
            ring.Give(some);
            at += some;
        }

        await ring.EndAsync();
        Assert.Equal(sent, slow.ToArray());
        Assert.Equal(sent, quick.ToArray());
    }

    [Fact]
    public async Task What_a_hand_fails_with_reaches_who_fills_and_nobody_waits_for_ever()
    {
        await using var ring = new ByteRing(_ => throw new StoreFullException(new IOException()), _ => ValueTask.CompletedTask);
        await Assert.ThrowsAsync<StoreFullException>(async () =>
        {
            while (true) ring.Give((await ring.RoomAsync()).Length);
        });
        await Assert.ThrowsAsync<StoreFullException>(ring.EndAsync);
    }

    [Fact]
    public async Task A_piece_written_past_the_cache_holds_its_whole_pages_and_its_end()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "piece");
        var pages = PageMemory.Allocate(3 * PageMemory.Page);
        RandomNumberGenerator.Fill(pages.Span);
        using (var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write))
        {
            var past = new PastTheCache(file);
            var length = 0L;
            foreach (var some in new[] { pages[..PageMemory.Page], pages[..100], pages[1..], pages })
            {
                past.Suit(some, length);
                await RandomAccess.WriteAsync(file, some, length, TestContext.Current.CancellationToken);
                length += some.Length;
            }
        }

        byte[] meant = [.. pages[..PageMemory.Page].Span, .. pages[..100].Span, .. pages[1..].Span, .. pages.Span];
        Assert.Equal(meant, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }
}
