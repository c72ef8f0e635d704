using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Mail;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Reactions;

/// <summary>To the other side, unless it has been read meanwhile.</summary>
sealed class TellOfMessages(Tell tell, CasesDb db) : IHandle<MessageSent>
{
    public async Task HandleAsync(MessageSent fact, CancellationToken cancel)
    {
        var message = await db.Messages.AsNoTracking().SingleAsync(row => row.Id == fact.MessageId, cancel);
        if (message.ReadAt is not null) return;

        var one = await tell.CaseAsync(fact.CaseId, cancel);
        var to = fact.ByCompany ? await tell.DentistsSideAsync(one, cancel) : await tell.CompanysSideAsync(one, cancel);
        await tell.ThatAsync(News.Message, one, new MessageWaitsLetter(tell.Named(one, "/mensagens"), fact.ByCompany, message.AwaitsConfirmation), to, cancel);
    }
}
