using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

using Microsoft.Extensions.Options;

using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Kernel.Mail;

/// <summary>Hands one letter over: to an SMTP server, or, on a site without one, to a folder of <c>.eml</c> files.</summary>
sealed class Transport(IOptions<MailOptions> options, PublicUrl url, DataFolder data)
{
    /// <summary>True where no mail leaves this machine, so that an administrator may read it here instead.</summary>
    public bool IsFolder => options.Value.Smtp is null;

    /// <exception cref="SmtpException">The server refused or did not answer.</exception>
    public async Task SendAsync(LetterRow letter, string siteName, CancellationToken cancel)
    {
        using var message = Message(letter, siteName);
        using var client = Client();
        await client.SendMailAsync(message, cancel);
    }

    SmtpClient Client()
    {
        if (options.Value.Smtp is not { } smtp)
            return new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Folder() };

        return new(smtp.Host, smtp.Port)
        {
            EnableSsl = smtp.StartTls,
            Credentials = smtp.User is null ? null : new NetworkCredential(smtp.User, smtp.Password),
        };
    }

    string Folder() => Directory.CreateDirectory(Path.Combine(data.Path, "mail")).FullName;

    MailMessage Message(LetterRow letter, string siteName)
    {
        var message = new MailMessage
        {
            From = new MailAddress(MailRoute.Of(options.Value, url).From, siteName, Encoding.UTF8),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Headers = { ["Message-ID"] = $"<{letter.MessageId}>", ["Content-Language"] = letter.Culture, ["Auto-Submitted"] = "auto-generated" },
        };
        message.To.Add(new MailAddress(letter.ToAddress, letter.ToName, Encoding.UTF8));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        if (letter is { Calendar: { } calendar, CalendarMethod: { } method }) Attach(message, calendar, method);
        return message;
    }

    /// <summary>The last alternative is the one preferred; the file is for those who know no such alternative. It must be the only one, or some show nothing.</summary>
    static void Attach(MailMessage message, string calendar, string method)
    {
        var type = new ContentType("text/calendar") { CharSet = "utf-8", Parameters = { ["method"] = method } };
        var part = AlternateView.CreateAlternateViewFromString(calendar, type);
        part.TransferEncoding = TransferEncoding.Base64;
        message.AlternateViews.Add(part);
        message.Attachments.Add(new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(calendar)), "invite.ics", "application/ics"));
    }
}
