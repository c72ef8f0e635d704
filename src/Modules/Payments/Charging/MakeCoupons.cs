using System.Security.Cryptography;

using Microsoft.EntityFrameworkCore;

using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Charging;

/// <summary>Makes coupons, one or a batch, with codes that nobody guesses.</summary>
sealed class MakeCoupons(PaymentsDb db, TimeProvider clock)
{
    /// <summary>Without those that are mistaken for one another: 0 O, 1 I L.</summary>
    const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>So many coupons of one name; whoever calls saves.</summary>
    /// <param name="name">What the company calls them.</param>
    /// <param name="terms">What each allows.</param>
    /// <param name="code">For a single one, if it shall have a certain code.</param>
    /// <param name="count">How many.</param>
    /// <param name="emails">Whom they are for: as many coupons as people are given one each.</param>
    /// <param name="by">Who makes them.</param>
    public IReadOnlyList<Coupon> Make(string name, CouponTerms terms, string? code, int count, IReadOnlyList<string> emails, Guid by)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var each = count > 1 && count == emails.Count;
        List<Coupon> made = [.. Enumerable.Range(0, count).Select(number =>
            new Coupon(code is { Length: > 0 } && count == 1 ? code : NewCode(), name, terms, each ? [emails[number]] : emails, by, now))];
        db.AddRange(made);
        return made;
    }

    public Task<bool> IsTakenAsync(string code, CancellationToken cancel)
    {
        var normal = Coupon.Normal(code);
        return db.Coupons.AnyAsync(coupon => coupon.Code == normal, cancel);
    }

    /// <summary>50 bits: a million tries a second would take years to meet one of a thousand.</summary>
    static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(Letters, 10).Chunk(5).Select(part => new string(part)));
}
