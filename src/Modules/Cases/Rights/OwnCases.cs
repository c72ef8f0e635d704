using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel.Privacy;

namespace Percurso.Cases.Rights;

/// <summary>The cases the person answers for, by number and without the patient, who is not theirs to take along; what they wrote; how they want to hear of cases.</summary>
sealed class OwnCases(CasesDb db) : IPersonalData
{
    public async IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return ("cases", await db.Cases.Where(one => one.DentistId == account).OrderBy(one => one.OpenedAt)
            .Select(one => new { one.Number, one.Nickname, State = one.State.ToString(), one.OpenedAt }).ToListAsync(cancel));
        yield return ("case-messages", await (from message in db.Messages
                                              where message.By == account
                                              join one in db.Cases on message.CaseId equals one.Id
                                              orderby message.At
                                              select new { Case = one.Number, message.At, message.Text }).ToListAsync(cancel));
        yield return ("case-notices", await db.Set<Preference>().Where(row => row.AccountId == account)
            .Select(row => new { News = row.News.ToString(), Way = row.Way.ToString() }).ToListAsync(cancel));
    }
}
