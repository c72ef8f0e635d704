using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Meeting;
using Percurso.Cases.Steps.Printing;
using Percurso.Cases.Steps.Review;
using Percurso.Kernel.Privacy;

namespace Percurso.Cases.Rights;

/// <summary>The cases the person answers for, by number and without the patient, who is not theirs to take along; what they wrote, signed and ordered; how they want to hear of cases.</summary>
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
        yield return ("case-approvals", await (from approval in db.Set<Approval>()
                                               where approval.By == account
                                               join review in db.Reviews on approval.ReviewId equals review.Id
                                               join one in db.Cases on review.CaseId equals one.Id
                                               orderby approval.At
                                               select new { Case = one.Number, Version = approval.OfVersion, approval.Hash, approval.At, approval.Name, approval.Cro, approval.Address, approval.UserAgent, approval.StatementNumber, approval.Statement, approval.TakenBackAt }).ToListAsync(cancel));
        yield return ("case-waivers", await (from waiver in db.Set<Waiver>()
                                             where waiver.By == account
                                             join meeting in db.Meetings on waiver.MeetingId equals meeting.Id
                                             join one in db.Cases on meeting.CaseId equals one.Id
                                             orderby waiver.At
                                             select new { Case = one.Number, Version = waiver.OfVersion, waiver.Hash, waiver.At, waiver.Name, waiver.Cro, waiver.Address, waiver.UserAgent, waiver.StatementNumber, waiver.Statement, waiver.TakenBackAt }).ToListAsync(cancel));
        yield return ("case-printing", await (from line in db.Set<PrintingLine>()
                                              where line.By == account
                                              join printing in db.Printings on line.PrintingId equals printing.Id
                                              join one in db.Cases on printing.CaseId equals one.Id
                                              orderby line.At
                                              select new { Case = one.Number, line.At, Act = line.Move.ToString(), line.Words }).ToListAsync(cancel));
        yield return ("case-notices", await db.Set<Preference>().Where(row => row.AccountId == account)
            .Select(row => new { News = row.News.ToString(), Way = row.Way.ToString() }).ToListAsync(cancel));
    }
}
