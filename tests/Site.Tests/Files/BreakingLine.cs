using System.Net;
using System.Net.Sockets;

namespace Percurso.Tests.Files;

/// <summary>A line between a program and the site that breaks after so many bytes, and can be led to another host.</summary>
sealed class BreakingLine : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Queue<long> breaks;
    long forwarded;
    int cuts;

    /// <param name="to">Where it leads first.</param>
    /// <param name="breaks">After how many bytes altogether it breaks, each time.</param>
    public BreakingLine(Uri to, IEnumerable<long> breaks)
    {
        (To, this.breaks) = (to, new(breaks));
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri To { get; set; }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Bytes that went to the site.</summary>
    public long Forwarded => Interlocked.Read(ref forwarded);

    public int Cuts => cuts;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        stop.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var near = await listener.AcceptTcpClientAsync(stop.Token);
            _ = LeadAsync(near);
        }
    }

    async Task LeadAsync(TcpClient near)
    {
        using var far = new TcpClient();
        try
        {
            using (near)
            {
                await far.ConnectAsync(To.Host, To.Port);
                var back = far.GetStream().CopyToAsync(near.GetStream());
                await SendAsync(near.GetStream(), far.GetStream());
                far.Client.Shutdown(SocketShutdown.Send);
                await back;
            }
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException)
        {
            // That is what it is for.
        }
    }

    async Task SendAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 << 10];
        while (await from.ReadAsync(buffer) is var read and > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read));
            var sum = Interlocked.Add(ref forwarded, read);
            lock (breaks)
            {
                if (!breaks.TryPeek(out var next) || sum < next) continue;

                breaks.Dequeue();
                cuts++;
            }

            throw new IOException("The line broke.");
        }
    }
}
