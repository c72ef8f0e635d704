using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Percurso.Tests.Files.Stores;

/// <summary>Speaks clamd's protocol, and knows one virus: the test file of EICAR.</summary>
public sealed class Clamd : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly Task serving;
    int asked;

    public Clamd()
    {
        listener.Start();
        Address = listener.LocalEndpoint.ToString()!;
        serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>How often it was asked.</summary>
    public int Asked => asked;

    /// <summary>It takes the call and hangs up.</summary>
    public bool IsAway { get; set; }

    /// <summary>It takes the file and never answers.</summary>
    public bool Hangs { get; set; }

    /// <summary>Bytes; as <c>StreamMaxLength</c>.</summary>
    public int Most { get; set; } = 1 << 20;

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await serving;
    }

    async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync());
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }

    async Task AnswerAsync(TcpClient caller)
    {
        using var open = caller;
        if (IsAway) return;

        var line = caller.GetStream();
        var command = new byte[10];
        await line.ReadExactlyAsync(command);
        if (Encoding.ASCII.GetString(command) != "zINSTREAM\0") return;

        using var content = new MemoryStream();
        var head = new byte[4];
        while (true)
        {
            await line.ReadExactlyAsync(head);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(head)];
            if (chunk.Length == 0) break;
            await line.ReadExactlyAsync(chunk);
            content.Write(chunk);
            if (content.Length <= Most) continue;

            await line.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray());
            return;
        }

        Interlocked.Increment(ref asked);
        if (Hangs) await Task.Delay(Timeout.Infinite);
        var isInfected = content.ToArray().AsSpan().IndexOf("EICAR-STANDARD-ANTIVIRUS-TEST-FILE"u8) >= 0;
        await line.WriteAsync(isInfected ? "stream: Win.Test.EICAR_HDB-1 FOUND\0"u8.ToArray() : "stream: OK\0"u8.ToArray());
    }
}
