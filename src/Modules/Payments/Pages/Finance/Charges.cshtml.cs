using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Web;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;

namespace Percurso.Payments.Pages.Finance;

[Authorize(Policy = PaymentsPermissions.SeeCharges)]
sealed class ChargesModel(PaymentsDb db, IFindPeople people, CompanyDay days) : ChargeList(db, people)
{
    public const int Size = 25;

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Money that came in today.</summary>
    public Money Today { get; private set; }
    public Money Awaited { get; private set; }
    public int Problems { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var begin = await days.BeginningOfAsync(await days.TodayAsync(cancel), cancel);
        Today = await SumAsync(Db.Charges.Where(charge => charge.PaidAt >= begin), cancel);
        Awaited = await SumAsync(Db.Charges.Where(charge => charge.State == ChargeState.Open || charge.State == ChargeState.Waiting), cancel);
        Problems = await Db.Charges.CountAsync(charge => charge.Attempts.Any(attempt => attempt.Problem != null) || charge.Refunds.Any(refund => refund.State == Domain.RefundState.ByHand), cancel);

        var found = Matching();
        Total = await found.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await ReadAsync(found.OrderByDescending(charge => charge.Number).Skip((PageNumber - 1) * Size).Take(Size), cancel);
    }

    static async Task<Money> SumAsync(IQueryable<Domain.Charge> charges, CancellationToken cancel) =>
        new((await charges.Select(charge => charge.Total).ToListAsync(cancel)).Sum(total => total.Cents));
}
