using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Payments.Charging;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Discounts;

/// <summary>A sponsor's own page. Whoever has the address sees balance and uses, and nobody's name.</summary>
[AllowAnonymous]
sealed class SponsorOwnModel(PaymentsDb db, SponsorLink link) : PageModel
{
    public Sponsor? Sponsor { get; private set; }
    public IReadOnlyList<SponsorEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(string secret, CancellationToken cancel)
    {
        if (link.Read(secret) is not var (id, number)) return;

        Sponsor = await db.Sponsors.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.Link == number, cancel);
        if (Sponsor is not null)
            Entries = await db.SponsorEntries.AsNoTracking().Where(entry => entry.SponsorId == id).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(500).ToListAsync(cancel);
    }
}
