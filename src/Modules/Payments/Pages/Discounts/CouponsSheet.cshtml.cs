using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;

namespace Percurso.Payments.Pages.Discounts;

/// <summary>The same list for a spreadsheet: who got which, and how often it was used.</summary>
[Authorize(Policy = PaymentsPermissions.ManageCoupons)]
sealed class CouponsSheetModel(PaymentsDb db, Words words) : CouponList(db)
{
    const int Most = 20_000;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var lines = await ReadAsync(Matching().OrderByDescending(coupon => coupon.MadeAt).ThenBy(coupon => coupon.Code).Take(Most), cancel);
        return File(Csv.Of(
            [words["Código"], words["Nome"], words["Desconta"], words["Usos"], words["Para quem"], words["Vale até"]],
            lines.Select(line => new[]
            {
                line.Coupon.Code, line.Coupon.Name, line.Coupon.Says(words), $"{line.Used}", string.Join(", ", line.Coupon.People.Select(person => person.Email)),
                line.Coupon.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            })), Csv.ContentType, "cupons.csv");
    }
}
