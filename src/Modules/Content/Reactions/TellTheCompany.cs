using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Mail;
using Percurso.Kernel.Events;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;

namespace Percurso.Content.Reactions;

sealed class TellTheCompany(ContentDb db, ISettings settings, IPost post, PublicUrl url) : IHandle<MessageLeft>
{
    public async Task HandleAsync(MessageLeft fact, CancellationToken cancel)
    {
        var company = await settings.FindAsync<Company>(cancel) ?? throw new InvalidOperationException("The site is not set up.");
        var message = await db.Messages.AsNoTracking().SingleAsync(message => message.Id == fact.MessageId, cancel);

        await post.SendAsync(
            new MessageLeftLetter(message.Name, message.Email, message.Text, url.To($"/admin/mensagens/{message.Id}")),
            new(company.ContactEmail, company.SiteName, Translations.Cultures[0]), cancel);
    }
}
