using Percurso.Kernel.Data;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;

namespace Percurso.Kernel.Mail;

/// <summary>Renders a letter and puts it where the courier looks.</summary>
sealed class Post(KernelDb db, LetterView view, ISettings settings, PublicUrl url, TimeProvider clock) : IPost
{
    public async Task SendAsync<TLetter>(TLetter letter, Recipient to, CancellationToken cancel) where TLetter : ILetter
    {
        var site = (await settings.FindAsync<Company>(cancel))?.SiteName ?? "Percurso";
        var (subject, html) = await view.RenderAsync(TLetter.View, letter, to.Culture, site);
        var calendar = (letter as ICalendarLetter)?.Calendar;
        var now = clock.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7();
        db.Add(new LetterRow
        {
            Id = id,
            Name = TLetter.Name,
            ToAddress = to.Address,
            ToName = to.Name,
            Culture = to.Culture.Name,
            Subject = subject,
            Html = html,
            Text = LetterText.Of(html),
            Calendar = calendar?.Text,
            CalendarMethod = calendar?.Method,
            MessageId = $"{id:N}@{url.Host}",
            WrittenAt = now,
            NotBefore = now,
        });
        await db.SaveChangesAsync(cancel);
    }
}
