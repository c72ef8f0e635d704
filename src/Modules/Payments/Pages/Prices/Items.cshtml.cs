using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Prices;

[Authorize(Policy = PaymentsPermissions.ManagePrices)]
sealed class ItemsModel(PaymentsDb db, CompanyDay days) : PageModel
{
    public DateOnly Today { get; private set; }
    public IReadOnlyList<PriceItem> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Today = await days.TodayAsync(cancel);
        Items = await db.Items.AsNoTracking().Include(item => item.Prices).OrderBy(item => item.Key).ToListAsync(cancel);
    }
}
