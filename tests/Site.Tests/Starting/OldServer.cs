using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Percurso.Tests.Starting;

/// <summary>
/// Lets everybody in and says that it is some version of PostgreSQL (manual, "Message Formats"); it can do nothing else.
/// </summary>
sealed class OldServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly string version;
    readonly Task serving;

    public OldServer(string version)
    {
        this.version = version;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                var stream = client.GetStream();
                await stream.ReadAtLeastAsync(new byte[1024], 8);
                await stream.WriteAsync(new byte[][]
                {
                    Message('R', [0, 0, 0, 0]),
                    Message('S', Encoding.ASCII.GetBytes($"server_version\0{version}\0")),
                    Message('S', Encoding.ASCII.GetBytes("client_encoding\0UTF8\0")),
                    Message('K', new byte[8]),
                    Message('Z', [(byte)'I']),
                }.SelectMany(bytes => bytes).ToArray());
                while (await stream.ReadAsync(new byte[1024]) > 0) { }
            }
        }
        catch (Exception gone) when (gone is SocketException or IOException or ObjectDisposedException)
        {
            // The test is over, or the host has gone.
        }
    }

    static byte[] Message(char kind, byte[] body)
    {
        var message = new byte[5 + body.Length];
        message[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + body.Length);
        body.CopyTo(message, 5);
        return message;
    }
}
