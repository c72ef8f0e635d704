using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;

namespace Percurso.Payments.Pages.Payments;

/// <summary>What the clinic one works for now owes and has paid, and its credit.</summary>
[Authorize]
sealed class IndexModel(PaymentsDb db, IWorkplaces workplaces, Purses purses) : PageModel
{
    public const int Size = 25;

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    /// <summary>Null for whoever works in no clinic.</summary>
    public Workplace? Clinic { get; private set; }
    public Money Credit { get; private set; }
    public int Total { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Clinic = (await workplaces.OfAsync(User.AccountId(), cancel)).FirstOrDefault(one => one.IsChosen);
        if (Clinic is not { } clinic) return;

        Credit = await purses.CreditOfAsync(clinic.Id, cancel);
        var charges = db.Charges.AsNoTracking().Where(charge => charge.ClinicId == clinic.Id);
        Total = await charges.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await charges.OrderByDescending(charge => charge.Number).Skip((PageNumber - 1) * Size).Take(Size)
            .Select(charge => new Line(charge.Id, charge.Title, charge.State, charge.Total, charge.OpenedAt)).ToListAsync(cancel);
    }

    internal sealed record Line(Guid Id, string Title, ChargeState State, Money Total, DateTime OpenedAt);
}
