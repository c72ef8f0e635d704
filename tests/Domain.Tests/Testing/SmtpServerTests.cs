using System.Net;
using System.Net.Mail;
using System.Net.Mime;

using Percurso.Testing;
using Percurso.Testing.Mail;

namespace Percurso.Domain.Tests.Testing;

public sealed class SmtpServerTests
{
    [Fact]
    public async Task A_letter_arrives_with_its_parts()
    {
        await using var server = new SmtpServer();
        using var letter = Letter();

        await SendAsync(server, letter);

        var received = Assert.Single(server.Letters);
        Assert.Equal("Confirmação do endereço, em português e com várias palavras para além de uma linha", received.Subject);
        Assert.Equal(["ana@example.com"], received.To);
        Assert.Equal("Olá, Ana.\r\n.ponto", received.Text);
        Assert.Equal("<p>Olá, <a href=\"https://example.com/a?b=c\">Ana</a>.</p>", received.Html);
        Assert.Equal("https://example.com/a?b=c", Assert.Single(received.Links).AbsoluteUri);
        Assert.Equal("<1@percurso>", received.MessageId);
    }

    [Fact]
    public async Task Only_the_account_may_send()
    {
        await using var server = new SmtpServer { Account = new("percurso", "segredo") };
        using var letter = Letter();

        await Assert.ThrowsAsync<SmtpException>(() => SendAsync(server, letter));
        await Assert.ThrowsAsync<SmtpException>(() => SendAsync(server, letter, new("percurso", "errado")));
        await SendAsync(server, letter, new("percurso", "segredo"));

        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task A_client_that_trusts_the_certificate_sends_encrypted_and_another_does_not_send()
    {
        await using var server = new SmtpServer { Encrypts = true };
        using var letter = Letter();

        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(server, letter));
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(server, letter, encrypted: true));
        Assert.Empty(server.Letters);

        using (Trust.In(server.Certificate)) await SendAsync(server, letter, encrypted: true);
        Assert.Single(server.Letters);
    }

    [Fact]
    public async Task It_refuses_hangs_and_drops_when_told_to()
    {
        await using var server = new SmtpServer();
        using var letter = Letter();

        server.Refuse("RCPT", 550);
        var refused = await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(server, letter));
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, refused.StatusCode);

        server.Behave();
        server.Hang("MAIL");
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(server, letter, cancel: patience.Token));

        server.Behave();
        server.Drop(".");
        await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(server, letter));
        Assert.Single(server.Letters);
    }

    static MailMessage Letter()
    {
        var letter = new MailMessage("percurso@example.com", "ana@example.com")
        {
            Subject = "Confirmação do endereço, em português e com várias palavras para além de uma linha",
            Headers = { ["Message-ID"] = "<1@percurso>" },
        };
        letter.AlternateViews.Add(AlternateView.CreateAlternateViewFromString("Olá, Ana.\r\n.ponto", new ContentType("text/plain; charset=utf-8")));
        letter.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(
            "<p>Olá, <a href=\"https://example.com/a?b=c\">Ana</a>.</p>", new ContentType("text/html; charset=utf-8")));
        return letter;
    }

    static async Task SendAsync(
        SmtpServer server, MailMessage letter, NetworkCredential? account = null, bool encrypted = false, CancellationToken cancel = default)
    {
        using var client = new SmtpClient(server.Host, server.Port) { Credentials = account, EnableSsl = encrypted };
        await client.SendMailAsync(letter, cancel);
    }
}
