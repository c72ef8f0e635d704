using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Percurso.Benchmarks.Pages;

/// <summary>
/// Asks one address over and over on a number of connections, each waiting for the whole answer before it asks again. It speaks HTTP/1.1 over
/// sockets itself: on a machine that serves and asks at once, a client library would cost more than the servers compared.
/// </summary>
static class Load
{
    public static byte[] Request(Uri address, string cookie) => Encoding.ASCII.GetBytes(
        $"GET / HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\nAccept-Encoding: gzip, deflate, br\r\nAccept-Language: pt-BR\r\n"
        + (cookie.Length > 0 ? $"Cookie: {cookie}\r\n" : "") + "\r\n");

    /// <summary>One answer, headers and body, of the page once it is kept.</summary>
    public static async Task<byte[]> OnceAsync(Uri address, byte[] request)
    {
        using var socket = await ConnectAsync(address);
        var room = new byte[1 << 20];
        byte[] answer = [];
        for (var i = 0; i < 3; i++)
        {
            await socket.SendAsync(request);
            answer = room[..await AnswerAsync(socket, room)];
        }

        return answer;
    }

    public static async Task<Figures> RunAsync(Uri address, byte[] request, int connections, TimeSpan time)
    {
        var length = (await OnceAsync(address, request)).Length;
        using var end = new CancellationTokenSource(time);
        var begun = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => ConnectionAsync(address, request, length, end.Token))));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;

        var times = all.SelectMany(one => one).Order().ToList();
        return new(times.Count / seconds, times[(int)(times.Count * 0.99)], length);
    }

    static async Task<List<double>> ConnectionAsync(Uri address, byte[] request, int length, CancellationToken end)
    {
        using var socket = await ConnectAsync(address);
        var (room, times) = (new byte[length], new List<double>(1 << 16));
        while (!end.IsCancellationRequested)
        {
            var asked = Stopwatch.GetTimestamp();
            await socket.SendAsync(request, CancellationToken.None);
            for (var got = 0; got < length;)
            {
                var more = await socket.ReceiveAsync(room.AsMemory(got), CancellationToken.None);
                if (more == 0) throw new IOException("The server hung up.");
                got += more;
            }

            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return times;
    }

    static async Task<int> AnswerAsync(Socket socket, byte[] room)
    {
        for (var got = 0; ;)
        {
            got += await socket.ReceiveAsync(room.AsMemory(got));
            var text = Encoding.Latin1.GetString(room, 0, got);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) continue;
            if (!text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException(text[..end]);

            var at = text.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at > end) throw new InvalidOperationException("The answer has no length: it was not kept.");
            if (got == end + 4 + int.Parse(text[(at + 16)..text.IndexOf('\r', at)], System.Globalization.CultureInfo.InvariantCulture)) return got;
        }
    }

    static async Task<Socket> ConnectAsync(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return socket;
    }
}
