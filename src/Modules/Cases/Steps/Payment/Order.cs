using Percurso.Cases.Contracts;
using Percurso.Kernel;
using Percurso.Payments.Contracts;
using Percurso.Shipping.Contracts;

namespace Percurso.Cases.Steps.Payment;

/// <summary>Which items of the price list a prescription asks for.</summary>
static class Order
{
    public const string Purpose = "case";

    /// <summary>The box of one guide with its sleeves, ready to be sent.</summary>
    public static readonly Parcel Box = new(300, 20, 15, 8);

    public static IReadOnlyList<Wanted> Of(Prescription asked) =>
    [
        new($"guide.{Word(asked.Support)}.{(asked.Drilling == Drilling.Pilot ? "pilot" : "full")}", 1),
        new("implant", asked.Implants.Count),
        new("printing", asked.Output == Output.Printed ? 1 : 0),
        new("urgency", asked.IsUrgent ? 1 : 0),
    ];

    public static ChargeLine Freight(DeliveryView delivery) =>
        new($"{ChargeLine.Freight}.{delivery.Service}", $"Frete, {delivery.Title}", $"Freight, {delivery.TitleEn}", 1, delivery.Price);

    /// <summary>
    /// What a changed prescription costs more, as lines of a supplement, and what it costs less, as money to be credited. Freight,
    /// further rounds of changes and what was charged by hand stay out of it.
    /// </summary>
    public static (IReadOnlyList<ChargeLine> More, Money Less) Difference(IEnumerable<ChargeLine> asked, IEnumerable<ChargeLine> charged)
    {
        var wanted = asked.ToDictionary(line => line.Key);
        var had = charged.Where(line => !line.IsFreight && line.Key != Review.FurtherRounds.Item).GroupBy(line => line.Key).ToDictionary(same => same.Key, same => (Quantity: same.Sum(line => line.Quantity), same.First().Each));
        List<ChargeLine> more = [.. wanted.Values.Where(line => line.Quantity > had.GetValueOrDefault(line.Key).Quantity).Select(line => line with { Quantity = line.Quantity - had.GetValueOrDefault(line.Key).Quantity })];
        var less = had.Where(one => one.Value.Quantity > (wanted.GetValueOrDefault(one.Key)?.Quantity ?? 0))
            .Aggregate(Money.Zero, (sum, one) => sum + one.Value.Each * (one.Value.Quantity - (wanted.GetValueOrDefault(one.Key)?.Quantity ?? 0)));
        return (more, less);
    }

    static string Word(GuideSupport support) => support switch
    {
        GuideSupport.Teeth => "tooth",
        GuideSupport.Mucosa => "mucosa",
        _ => "bone",
    };
}
