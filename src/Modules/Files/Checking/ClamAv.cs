using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Percurso.Files.Checking;

/// <summary>What clamd says of a file.</summary>
enum ScanAnswer { Clean, Infected, TooLarge }

/// <summary>
/// Speaks to clamd by its command INSTREAM (clamd(8)): the length of each chunk in four bytes, the chunk, four zeros at the end; then one sentence comes back.
/// </summary>
/// <param name="address"><c>host:3310</c>, or the path of its socket.</param>
sealed class ClamAv(string address)
{
    const int Chunk = 256 << 10;
    static readonly TimeSpan patience = TimeSpan.FromMinutes(4);

    /// <exception cref="ScannerAwayException">It does not answer, or not in time, or not what we know.</exception>
    public async Task<ScanAnswer> AskAsync(Stream content, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            using var socket = await ConnectAsync(limit.Token);
            await using var line = new NetworkStream(socket);
            await SendAsync(content, line, limit.Token);
            return Read(await AnswerAsync(line, limit.Token));
        }
        catch (Exception away) when (away is SocketException or InvalidDataException || IsOfLine(away) || away is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw new ScannerAwayException(away);
        }
    }

    async Task<Socket> ConnectAsync(CancellationToken cancel)
    {
        EndPoint end = address.StartsWith('/') ? new UnixDomainSocketEndPoint(address)
            : address.LastIndexOf(':') is > 0 and var colon && int.TryParse(address.AsSpan(colon + 1), out var port) ? new DnsEndPoint(address[..colon], port)
            : new DnsEndPoint(address, 3310);
        var socket = end is DnsEndPoint ? new Socket(SocketType.Stream, ProtocolType.Tcp) : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(end, cancel);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>clamd hangs up in the middle of what is longer than it takes; its answer says so.</summary>
    static async Task SendAsync(Stream content, NetworkStream line, CancellationToken cancel)
    {
        var chunk = new byte[4 + Chunk];
        try
        {
            await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
            int read;
            do
            {
                read = await content.ReadAsync(chunk.AsMemory(4), cancel);
                BinaryPrimitives.WriteInt32BigEndian(chunk, read);
                await line.WriteAsync(chunk.AsMemory(0, 4 + read), cancel);
            }
            while (read > 0);
        }
        catch (Exception hungUp) when (IsOfLine(hungUp))
        {
        }
    }

    static async Task<string> AnswerAsync(NetworkStream line, CancellationToken cancel)
    {
        using var answer = new MemoryStream();
        var some = new byte[256];
        while (answer.Length < 4096 && await line.ReadAsync(some, cancel) is var read and > 0)
        {
            answer.Write(some, 0, read);
            if (some.AsSpan(0, read).Contains((byte)0)) break;
        }

        return Encoding.UTF8.GetString(answer.ToArray()).TrimEnd('\0', '\n', ' ');
    }

    static ScanAnswer Read(string answer) => answer switch
    {
        "stream: OK" => ScanAnswer.Clean,
        _ when answer.EndsWith(" FOUND", StringComparison.Ordinal) => ScanAnswer.Infected,
        _ when answer.Contains("size limit exceeded", StringComparison.Ordinal) => ScanAnswer.TooLarge,
        _ => throw new InvalidDataException(answer.Length == 0 ? "It said nothing." : answer),
    };

    /// <summary>The store's failures are exceptions of the same kind, but no socket is behind them.</summary>
    static bool IsOfLine(Exception thrown) => thrown is IOException { InnerException: SocketException };
}

/// <summary>There should be a virus scanner, and it does not answer.</summary>
sealed class ScannerAwayException(Exception cause) : Exception($"The virus scanner does not answer: {cause.Message}", cause);
