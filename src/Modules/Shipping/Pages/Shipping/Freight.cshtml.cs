using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Shipping.Contracts;
using Percurso.Shipping.Data;
using Percurso.Shipping.Domain;

namespace Percurso.Shipping.Pages.Shipping;

[Authorize(Policy = ShippingPermissions.ManageFreight)]
sealed class FreightModel(ShippingDb db) : PageModel
{
    IReadOnlyDictionary<string, Service> services = new Dictionary<string, Service>();

    public IReadOnlyList<Region> Regions { get; private set; } = [];
    public IReadOnlyList<Rate> Rates { get; private set; } = [];

    public string TitleOf(string service) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt" ? services[service].Title : services[service].TitleEn;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        services = await db.Services.AsNoTracking().ToDictionaryAsync(one => one.Key, cancel);
        Regions = await db.Regions.AsNoTracking().OrderBy(one => one.Title).ToListAsync(cancel);
        Rates = await db.Rates.AsNoTracking().OrderBy(one => one.ServiceKey).ThenBy(one => one.MaxGrams).ToListAsync(cancel);
    }
}
