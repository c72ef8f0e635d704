using System.Collections.Concurrent;
using System.Threading.Channels;

using Percurso.Files.Storage;

namespace Percurso.Files.Uploads;

/// <summary>
/// A megabyte of memory which one hand fills round and round, while several others work on what it brought, in order and each at its own pace: who is late finds
/// more at once. What they have not all worked on is not overwritten; it is what a dying process may lose of what it had read.
/// </summary>
sealed class ByteRing : IAsyncDisposable
{
    const int Length = 1 << 20, Step = Length / 4;

    /// <summary>How many rings are kept for requests to come.</summary>
    const int Kept = 16;

    static readonly ConcurrentBag<Memory<byte>> Idle = [];

    readonly Memory<byte> memory = Idle.TryTake(out var idle) ? idle : PageMemory.Allocate(Length);
    readonly Channel<bool> roomMade = Bell();
    readonly Hand[] hands;
    readonly Task[] working;
    long filled;

    /// <param name="works">What each hand does with the bytes.</param>
    public ByteRing(params Func<ReadOnlyMemory<byte>, ValueTask>[] works)
    {
        hands = [.. works.Select(work => new Hand(work))];
        working = [.. hands.Select(hand => Task.Run(() => WorkAsync(hand)))];
    }

    /// <summary>Where the next bytes go, as soon as there is room.</summary>
    /// <exception cref="Exception">What one of the hands failed with.</exception>
    public async ValueTask<Memory<byte>> RoomAsync()
    {
        while (filled + Step - hands.Min(hand => Volatile.Read(ref hand.Done)) > Length)
        {
            await roomMade.Reader.WaitToReadAsync();
            roomMade.Reader.TryRead(out _);
        }

        return memory.Slice((int)(filled % Length), Step);
    }

    /// <param name="length">So many bytes were put into the room that was given; fewer than there was room for only at the end.</param>
    public void Give(int length)
    {
        Volatile.Write(ref filled, filled + length);
        foreach (var hand in hands) hand.MoreCame.Writer.TryWrite(true);
    }

    /// <summary>All that was given is worked on when this returns.</summary>
    /// <exception cref="Exception">What one of the hands failed with.</exception>
    public async Task EndAsync()
    {
        foreach (var hand in hands) hand.MoreCame.Writer.TryComplete();
        await Task.WhenAll(working);
    }

    async Task WorkAsync(Hand hand)
    {
        try
        {
            while (await hand.MoreCame.Reader.WaitToReadAsync())
            {
                hand.MoreCame.Reader.TryRead(out _);
                while (Volatile.Read(ref filled) - hand.Done is var waiting and > 0)
                {
                    var at = (int)(hand.Done % Length);
                    var some = (int)Math.Min(waiting, Math.Min(Length - at, 2 * Step));
                    await hand.Work(memory.Slice(at, some));
                    Volatile.Write(ref hand.Done, hand.Done + some);
                    roomMade.Writer.TryWrite(true);
                }
            }
        }
        catch (Exception failure)
        {
            roomMade.Writer.TryComplete(failure);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (Idle.Count < Kept) Idle.Add(memory);
    }

    /// <summary>Rung any number of times before it is heard, it is heard once.</summary>
    static Channel<bool> Bell() => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    sealed class Hand(Func<ReadOnlyMemory<byte>, ValueTask> work)
    {
        public readonly Func<ReadOnlyMemory<byte>, ValueTask> Work = work;
        public readonly Channel<bool> MoreCame = Bell();
        public long Done;
    }
}
