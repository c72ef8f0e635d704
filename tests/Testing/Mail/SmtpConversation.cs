using System.Net.Security;
using System.Text;

namespace Percurso.Testing.Mail;

/// <summary>One client's conversation with the server, to its end.</summary>
sealed class SmtpConversation(SmtpServer server, Stream connection) : IAsyncDisposable
{
    readonly List<string> to = [];
    Stream stream = connection;
    bool encrypted;
    bool known = server.Account is null;
    string from = "";

    public async Task RunAsync(CancellationToken cancel)
    {
        await SayAsync("220 localhost ready", cancel);
        while (await ReadLineAsync(cancel) is { } line)
        {
            var command = line.Split([' ', ':'], 2)[0].ToUpperInvariant();
            var misbehaviour = server.At(command);
            if (misbehaviour == Misbehaviour.Hang) await Task.Delay(Timeout.Infinite, cancel);
            if (misbehaviour is { Code: > 0 } refusal)
            {
                await SayAsync($"{refusal.Code} refused", cancel);
                continue;
            }

            var answer = await AnswerAsync(command, line, cancel);
            if (misbehaviour == Misbehaviour.Drop) return;

            await SayAsync(answer, cancel);
            if (command == "QUIT") return;
            if (command == "STARTTLS" && server.Encrypts) await EncryptAsync(cancel);
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    async Task<string> AnswerAsync(string command, string line, CancellationToken cancel) => command switch
    {
        "EHLO" => $"250-localhost\r\n{(server.Encrypts && !encrypted ? "250-STARTTLS\r\n" : "")}{(server.Account is null ? "" : "250-AUTH LOGIN PLAIN\r\n")}250 8BITMIME",
        "HELO" or "NOOP" => "250 localhost",
        "STARTTLS" => server.Encrypts ? "220 go ahead" : "502 not offered",
        "AUTH" => await AuthenticateAsync(line, cancel),
        "MAIL" => server.Encrypts && !encrypted ? "530 encrypt first" : known ? Begin(AddressIn(line)) : "530 authenticate first",
        "RCPT" => Add(AddressIn(line)),
        "DATA" when to.Count == 0 => "503 to whom?",
        "DATA" => await TakeAsync(cancel),
        "RSET" => Begin(""),
        "QUIT" => "221 bye",
        _ => "500 unknown",
    };

    string Begin(string sender)
    {
        from = sender;
        to.Clear();
        return "250 ok";
    }

    string Add(string recipient)
    {
        to.Add(recipient);
        return "250 ok";
    }

    async Task<string> TakeAsync(CancellationToken cancel)
    {
        await SayAsync("354 end with a dot", cancel);
        var source = new StringBuilder();
        while (await ReadLineAsync(cancel) is { } line && line != ".")
            source.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");

        var misbehaviour = server.At(".");
        if (misbehaviour == Misbehaviour.Hang) await Task.Delay(Timeout.Infinite, cancel);
        if (misbehaviour is { Code: > 0 } refusal) return $"{refusal.Code} refused";

        server.Take(Mime.Read(from, [.. to], source.ToString()));
        return misbehaviour == Misbehaviour.Drop ? throw new IOException("Told to drop.") : "250 taken";
    }

    async Task<string> AuthenticateAsync(string line, CancellationToken cancel)
    {
        var words = line.Split(' ');
        string[] said = words[1].ToUpperInvariant() switch
        {
            "PLAIN" => Decoded(words.Length > 2 ? words[2] : await AskAsync("", cancel)).Split('\0')[1..],
            "LOGIN" => [
                Decoded(words.Length > 2 ? words[2] : await AskAsync("VXNlcm5hbWU6", cancel)),
                Decoded(await AskAsync("UGFzc3dvcmQ6", cancel))],
            _ => [],
        };
        known = said is [var name, var password] && name == server.Account?.UserName && password == server.Account.Password;
        return known ? "235 welcome" : "535 not you";
    }

    async Task<string> AskAsync(string question, CancellationToken cancel)
    {
        await SayAsync("334 " + question, cancel);
        return await ReadLineAsync(cancel) ?? "";
    }

    async Task EncryptAsync(CancellationToken cancel)
    {
        var secure = new SslStream(stream);
        stream = secure;
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, cancel);
        encrypted = true;
    }

    async Task<string?> ReadLineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancel) > 0)
        {
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }

    Task SayAsync(string line, CancellationToken cancel) => stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), cancel).AsTask();

    static string AddressIn(string line) => line.Split('<', '>') is [_, var address, ..] ? address : "";

    static string Decoded(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
