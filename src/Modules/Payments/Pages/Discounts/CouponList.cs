using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Discounts;

/// <summary>Coupons by code, name, or whom they were made for.</summary>
abstract class CouponList(PaymentsDb db) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    protected PaymentsDb Db => db;

    protected IQueryable<Coupon> Matching() => string.IsNullOrWhiteSpace(Search)
        ? db.Coupons.AsNoTracking()
        : db.Coupons.AsNoTracking().Where(coupon =>
            Sql.Plain(coupon.Code + " " + coupon.Name).Contains(Sql.Plain(Search.Trim())) || coupon.People.Any(person => Sql.Plain(person.Email).Contains(Sql.Plain(Search.Trim()))));

    protected async Task<IReadOnlyList<(Coupon Coupon, int Used)>> ReadAsync(IQueryable<Coupon> coupons, CancellationToken cancel)
    {
        var found = await coupons.Include(coupon => coupon.People).ToListAsync(cancel);
        var ids = found.Select(coupon => coupon.Id).ToList();
        var used = await db.Uses.Where(use => ids.Contains(use.CouponId) && use.ReleasedAt == null).GroupBy(use => use.CouponId)
            .Select(uses => new { uses.Key, Count = uses.Count() }).ToDictionaryAsync(uses => uses.Key, uses => uses.Count, cancel);
        return [.. found.Select(coupon => (coupon, used.GetValueOrDefault(coupon.Id)))];
    }
}

static class CouponWords
{
    /// <summary>What it takes off, in a few words.</summary>
    public static string Says(this Coupon coupon, Words T)
    {
        var off = coupon.Percent is { } percent ? coupon.Amount is { } limit ? T["{0}%, até {1}", percent, limit].Value : $"{percent}%" : $"{coupon.Amount}";
        return coupon.SponsorId is null ? off : T["{0}, pago pelo patrocinador", off].Value;
    }
}
