using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Mail;
using Percurso.Kernel.Events;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Content.Reactions;

sealed class ThankTheVisitor(ContentDb db, IPost post, PublicUrl url) : IHandle<MessageLeft>
{
    public async Task HandleAsync(MessageLeft fact, CancellationToken cancel)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(message => message.Id == fact.MessageId, cancel);
        await post.SendAsync(
            new MessageReceivedLetter(url.To("/")), new(message.Email, message.Email, new(message.Culture)), cancel);
    }
}
