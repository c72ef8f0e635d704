using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Pages.Finance;

/// <summary>Charges as finance asks for them, on the page and in the spreadsheet.</summary>
abstract class ChargeList(PaymentsDb db, IFindPeople people) : PageModel
{
    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>One state, <c>problema</c> for those that finance must look at, or nothing for all.</summary>
    [BindProperty(Name = "estado", SupportsGet = true)]
    public string? State { get; set; }

    protected PaymentsDb Db => db;

    protected IQueryable<Charge> Matching()
    {
        var charges = db.Charges.AsNoTracking();
        if (Enum.TryParse<ChargeState>(State, out var state)) charges = charges.Where(charge => charge.State == state);
        if (State == "problema")
            charges = charges.Where(charge => charge.Attempts.Any(attempt => attempt.Problem != null) || charge.Refunds.Any(refund => refund.State == RefundState.ByHand));
        if (string.IsNullOrWhiteSpace(Search)) return charges;

        var number = long.TryParse(Search.Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var typed) ? typed : -1;
        return charges.Where(charge => charge.Number == number || Sql.Plain(charge.Title).Contains(Sql.Plain(Search.Trim())));
    }

    protected async Task<IReadOnlyList<Line>> ReadAsync(IQueryable<Charge> charges, CancellationToken cancel)
    {
        var rows = await charges.Select(charge => new { charge.Id, charge.Number, charge.Title, charge.PayerId, charge.State, charge.Total, charge.OpenedAt, charge.PaidAt, charge.Method, charge.CouponCode, charge.Refunded })
            .ToListAsync(cancel);
        var names = await people.ByIdAsync(rows.Select(row => row.PayerId).Distinct(), cancel);
        return [.. rows.Select(row => new Line(row.Id, row.Number, row.Title, names.GetValueOrDefault(row.PayerId)?.Name ?? "", row.State, row.Total, row.OpenedAt, row.PaidAt, row.Method, row.CouponCode, row.Refunded))];
    }

    internal sealed record Line(
        Guid Id, long Number, string Title, string Payer, ChargeState State, Money Total, DateTime OpenedAt, DateTime? PaidAt, PaymentMethod? Method, string? Coupon, Money Refunded);
}
