using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Mail;
using Percurso.Cases.Reactions;
using Percurso.Kernel.Data;
using Percurso.Kernel.Jobs;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Jobs;

/// <summary>One letter a day to whoever wants it so, with what was gathered since the last.</summary>
sealed class SendDigests(CasesDb db, Tell tell, IFindPeople people, IPost post, PublicUrl url) : IJob
{
    public static JobSchedule When => JobSchedule.DailyAt(7, 30);

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var account in await db.Set<DigestLine>().Select(line => line.AccountId).Distinct().ToListAsync(cancel)) await SendAsync(account, cancel);
    }

    async Task SendAsync(Guid account, CancellationToken cancel)
    {
        using var together = Together.Begin();
        var lines = await db.Set<DigestLine>().Where(line => line.AccountId == account).OrderBy(line => line.At).ToListAsync(cancel);
        if ((await people.ByIdAsync([account], cancel)).TryGetValue(account, out var person))
        {
            var said = new List<(LetterCase Case, News News)>();
            foreach (var line in lines.DistinctBy(line => (line.CaseId, line.News))) said.Add((tell.Named(await tell.CaseAsync(line.CaseId, cancel)), line.News));
            await post.SendAsync(new DigestLetter(said, url.To("/inicio")), new(person.Email, person.Name, person.Culture), cancel);
        }

        db.RemoveRange(lines);
        await db.SaveChangesAsync(cancel);
        together.Complete();
    }
}
