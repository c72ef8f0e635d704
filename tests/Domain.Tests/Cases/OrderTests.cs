using Percurso.Cases.Contracts;
using Percurso.Cases.Steps.Payment;
using Percurso.Cases.Steps.Printing;
using Percurso.Kernel;
using Percurso.Payments.Contracts;

namespace Percurso.Domain.Tests.Cases;

public sealed class OrderTests
{
    static readonly PlannedImplant one = new(36, true);

    [Fact]
    public void A_prescription_asks_for_its_guide_its_implants_and_what_else_it_says()
    {
        var asked = new Prescription(GuideSupport.Mucosa, Drilling.Full, Output.Printed, true, [one, one with { Tooth = 46 }]);

        Assert.Equal(
            [("guide.mucosa.full", 1), ("implant", 2), ("printing", 1), ("urgency", 1)],
            Order.Of(asked).Where(wanted => wanted.Quantity > 0).Select(wanted => (wanted.Item, wanted.Quantity)));
        Assert.Equal(
            [("guide.mucosa.full", 1), ("implant", 2)],
            Order.Of(asked with { Output = Output.FilesOnly, IsUrgent = false }).Where(wanted => wanted.Quantity > 0).Select(wanted => (wanted.Item, wanted.Quantity)));
    }

    [Fact]
    public void What_was_added_is_supplemented_and_what_was_dropped_is_credited_at_the_price_paid()
    {
        ChargeLine[] charged = [Line("guide.tooth.full", 1, 89_000), Line("implant", 3, 12_000), Line("printing", 1, 28_000), Line("freight.pac", 1, 1_890)];

        var (more, less) = Order.Difference([Line("guide.tooth.full", 1, 95_000), Line("implant", 5, 13_000)], charged);

        Assert.Equal(("implant", 2, new Money(26_000)), (more.Single().Key, more.Single().Quantity, more.Single().Sum));
        Assert.Equal(new Money(28_000), less);
    }

    [Fact]
    public void Of_printing_only_the_difference_to_what_was_paid_is_charged_or_credited()
    {
        ChargeLine[] paid = [Line("printing", 1, 28_000), Line("freight.pac", 1, 1_890)];

        var (more, less) = PrintMoney.Difference([Line("printing", 2, 28_000), Line("printing.model", 1, 12_000), Line("material.x", 3, 6_500), Line("freight.sedex", 1, 2_490)], paid);
        Assert.Equal([("printing", 1, 28_000L), ("printing.model", 1, 12_000), ("material.x", 3, 6_500), ("freight.sedex", 1, 600)], more.Select(line => (line.Key, line.Quantity, line.Each.Cents)));
        Assert.Equal(Money.Zero, less);

        (more, less) = PrintMoney.Difference([Line("printing", 1, 30_000), Line("freight.pac", 1, 1_500)], paid);
        Assert.Empty(more);
        Assert.Equal(390, less.Cents);
        Assert.Equal(29_890, PrintMoney.Difference([], paid).Less.Cents);
    }

    [Theory]
    [InlineData("Maria das Dores Lima", "M. L.")]
    [InlineData("élio", "É.")]
    [InlineData("  ", "—")]
    public void A_label_says_initials_alone(string name, string initials) => Assert.Equal(initials, PrintDesk.InitialsOf(name));

    static ChargeLine Line(string key, int quantity, long cents) => new(key, key, key, quantity, new Money(cents));
}
