using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Invoicing.Contracts;
using Percurso.Invoicing.Data;
using Percurso.Invoicing.Domain;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Invoicing.Pages.Invoicing;

[Authorize(Policy = InvoicingPermissions.See)]
sealed class InvoicesModel(InvoicingDb db) : PageModel
{
    public const int Size = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Invoice> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = db.Invoices.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var number = long.TryParse(Search.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : -1;
            found = found.Where(one => one.Number == number || Sql.Plain(one.Title).Contains(Sql.Plain(Search.Trim())));
        }

        Total = await found.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await found.OrderByDescending(one => one.Number).Skip((PageNumber - 1) * Size).Take(Size).ToListAsync(cancel);
    }
}
