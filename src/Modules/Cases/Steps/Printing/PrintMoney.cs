using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Payment;
using Percurso.Kernel;
using Percurso.Payments.Contracts;
using Percurso.Production.Contracts;
using Percurso.Shipping.Contracts;

namespace Percurso.Cases.Steps.Printing;

/// <summary>What an order of guides costs beyond what was paid before, and what it costs less.</summary>
/// <param name="Lines">All it costs by itself, freight with it.</param>
/// <param name="More">What is to be paid.</param>
/// <param name="Less">What becomes credit of the clinic's.</param>
sealed record PrintCost(IReadOnlyList<ChargeLine> Lines, IReadOnlyList<ChargeLine> More, Money Less)
{
    public static readonly PrintCost Nothing = new([], [], Money.Zero);

    public Money ToPay => More.Aggregate(Money.Zero, (sum, line) => sum + line.Sum);
}

/// <summary>Prices of printing, held against what the case's charges have for it already.</summary>
sealed class PrintMoney(IPriceList prices, ICharges charges, IMaterials materials, TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>A guide, a model, a guide made again, in the price list.</summary>
    public const string Guide = "printing", Model = "printing.model", Again = "remake";

    /// <summary>The beginning of the keys of this step's charges, which step 2 leaves out of its own reckoning.</summary>
    public const string ChargeKey = "print-order";

    const string Material = "material.";

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, zone));

    /// <exception cref="RuleBrokenException">Something has no price, or there is no such material.</exception>
    public async Task<PrintCost> OfAsync(Case one, CasePrinting printing, PrintWish wish, DeliveryView to, CancellationToken cancel)
    {
        var quote = await prices.QuoteAsync([new(Guide, wish.Guides), new(Model, wish.Pieces - wish.Guides)], Today, cancel, one.ClinicId);
        var material = (await materials.AllAsync(cancel)).FirstOrDefault(known => known.Id == wish.MaterialId) ?? throw new RuleBrokenException("Escolha um material da lista.") { Field = "Input.Material" };
        List<ChargeLine> lines = [.. quote.Lines];
        if (!material.Surcharge.IsZero) lines.Add(new($"{Material}{material.Id:N}", material.Title, material.TitleEn, wish.Pieces, material.Surcharge));
        lines.Add(Order.Freight(to));
        if (IsFree(one)) return new(lines, [], Money.Zero);

        var (more, less) = Difference(lines, await PaidAsync(one, printing, cancel));
        return new(lines, more, less);
    }

    /// <summary>What a remake costs a dentist who pays it.</summary>
    public async Task<IReadOnlyList<ChargeLine>> AgainAsync(Case one, PrintWish wish, DeliveryView? to, CancellationToken cancel)
    {
        var quote = await prices.QuoteAsync([new(Again, Math.Max(1, wish.Guides))], Today, cancel, one.ClinicId);
        return to is null ? quote.Lines : [.. quote.Lines, Order.Freight(to)];
    }

    public Task<Guid> ChargeAsync(Case one, CasePrinting printing, IReadOnlyList<ChargeLine> lines, Guid by, CancellationToken cancel) => charges.OpenAsync(
        new(Order.Purpose, one.Id, $"{ChargeKey}-{printing.Asked}", $"Caso {one.Number}", one.ClinicId, by, lines, Now.AddDays(30), $"/casos/{one.Id}/passos/{printing.Step}/impressao"), cancel);

    public async Task<bool> IsPaidAsync(CasePrinting printing, CancellationToken cancel) =>
        printing.ChargeId is not { } charge || await charges.FindAsync(charge, cancel) is { IsPaid: true };

    /// <summary>Nobody shall pay what was not.</summary>
    public async Task DropAsync(CasePrinting printing, Guid by, CancellationToken cancel)
    {
        if (printing.ChargeId is { } id && await charges.FindAsync(id, cancel) is { } charge && (charge.IsPayable || charge.State == ChargeState.Expired))
            await charges.CancelAsync(id, "O pedido de impressão foi desfeito", cancel, by);
    }

    /// <summary>Becomes credit as far as money was paid for it: what a sponsor or a coupon paid is not the clinic's.</summary>
    public async Task CreditAsync(Case one, Money amount, Guid? by, CancellationToken cancel)
    {
        foreach (var charge in (await charges.OfAsync(Order.Purpose, one.Id, cancel)).Where(charge => charge.IsPaid))
        {
            var part = Money.Least(amount, charge.Total + charge.FromCredit - charge.Refunded - charge.Credited);
            if (part <= Money.Zero) continue;

            await charges.CreditAsync(charge.Id, part, "A impressão custou menos que o pago", cancel, by);
            amount -= part;
        }
    }

    /// <summary>What was paid for printing and freight and is still counted: once it became credit it is not.</summary>
    public async Task<IReadOnlyList<ChargeLine>> PaidAsync(Case one, CasePrinting printing, CancellationToken cancel) => printing.IsCredited ? [] :
        [.. (await charges.OfAsync(Order.Purpose, one.Id, cancel)).Where(charge => charge.IsPaid).SelectMany(charge => charge.Lines).Where(line => line.IsFreight || line.Key.Split('.')[0] is Guide or "material")];

    /// <summary>A case that remakes another at somebody else's cost charges and credits nothing for its guides.</summary>
    public static bool IsFree(Case one) => one.RemakeOf is not null && one.RemakePayer != Contracts.RemakePayer.Dentist;

    /// <summary>Pieces by their number at their price, freight by its sum: another way or another weight costs its difference.</summary>
    public static (IReadOnlyList<ChargeLine> More, Money Less) Difference(IReadOnlyList<ChargeLine> wanted, IReadOnlyList<ChargeLine> paid)
    {
        var (more, less) = Order.Difference(wanted.Where(line => !line.IsFreight), paid);
        var (freight, had) = (Sum(wanted), Sum(paid));
        if (freight > had) more = [.. more, wanted.First(line => line.IsFreight) with { Quantity = 1, Each = freight - had }];
        return (more, had > freight ? less + (had - freight) : less);

        static Money Sum(IEnumerable<ChargeLine> lines) => lines.Where(line => line.IsFreight).Aggregate(Money.Zero, (sum, line) => sum + line.Sum);
    }
}
