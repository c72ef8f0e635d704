using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Percurso.Testing.Mail;

/// <summary>
/// A real SMTP server (RFC 5321) on a loopback port: STARTTLS with a certificate it made itself, AUTH LOGIN and PLAIN.
/// It keeps the letters it took, and can be told to behave badly at any command.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    readonly ConcurrentQueue<ReceivedLetter> letters = new();
    readonly ConcurrentDictionary<string, Misbehaviour> misbehaviours = new(StringComparer.OrdinalIgnoreCase);
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource closing = new();
    readonly Task listening;

    public SmtpServer()
    {
        listener.Start();
        listening = ListenAsync();
    }

    public string Host { get; } = "localhost";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Who may send; null lets everybody.</summary>
    public NetworkCredential? Account { get; set; }

    /// <summary>Whether <c>STARTTLS</c> is offered, and demanded before <c>MAIL</c>.</summary>
    public bool Encrypts { get; set; }

    /// <summary>What it took, the first first.</summary>
    public IReadOnlyCollection<ReceivedLetter> Letters => letters;

    /// <summary>The newest letter to an address, as soon as there is one.</summary>
    public Task<ReceivedLetter> LetterToAsync(string address) =>
        Eventually.IsAsync($"a letter to {address}", () => letters.LastOrDefault(letter => letter.To.Contains(address)));

    /// <summary>For <c>localhost</c>, signed by itself: only those who are told will trust it.</summary>
    public X509Certificate2 Certificate { get; } = MakeCertificate();

    /// <summary>Answers a command with a code of RFC 5321 (4xx: later perhaps, 5xx: never) instead of doing it.</summary>
    /// <param name="command"><c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>…; <c>.</c> is the end of a letter's data.</param>
    public void Refuse(string command, int code) => misbehaviours[command] = new(code);

    /// <summary>Does not answer a command until the client goes.</summary>
    public void Hang(string command) => misbehaviours[command] = Misbehaviour.Hang;

    /// <summary>Does what the command asks, and closes the connection instead of answering.</summary>
    public void Drop(string command) => misbehaviours[command] = Misbehaviour.Drop;

    /// <summary>Forgets all that was told about refusing, hanging and dropping.</summary>
    public void Behave() => misbehaviours.Clear();

    internal Misbehaviour? At(string command) => misbehaviours.GetValueOrDefault(command);

    internal void Take(ReceivedLetter letter) => letters.Enqueue(letter);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await listening;
        closing.Dispose();
        Certificate.Dispose();
    }

    async Task ListenAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true) conversations.Add(ConverseAsync(await listener.AcceptTcpClientAsync(closing.Token)));
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(conversations);
        }
    }

    async Task ConverseAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var conversation = new SmtpConversation(this, client.GetStream());
            await conversation.RunAsync(closing.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // The other side left in the middle, as clients do.
        }
    }

    static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var today = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(today.AddDays(-1), today.AddDays(30));
    }
}
