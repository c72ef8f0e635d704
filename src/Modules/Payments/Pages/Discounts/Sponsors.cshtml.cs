using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Discounts;

[Authorize(Policy = PaymentsPermissions.ManageCoupons)]
sealed class SponsorsModel(PaymentsDb db) : PageModel
{
    public IReadOnlyList<Sponsor> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => All = await db.Sponsors.AsNoTracking().OrderBy(one => one.Name).ToListAsync(cancel);
}
