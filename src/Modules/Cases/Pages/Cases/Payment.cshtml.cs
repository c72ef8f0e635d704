using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Payment;
using Percurso.Cases.Steps.Printing;
using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Payments.Contracts;
using Percurso.Shipping.Contracts;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>The step in which the order is confirmed, delivered somewhere, and paid; and, later, what a change costs.</summary>
[Authorize]
sealed class PaymentModel(
    CaseFrame frame, ICharges charges, IPriceList prices, IFreight freight, IDeliveries deliveries, IClinicAddresses addresses, IClinicRights rights,
    TimeProvider clock, TimeZoneInfo zone, Words words) : StepPage(frame)
{
    protected override string Kind => PaymentStep.Kind;

    /// <summary>The order's charges, oldest first.</summary>
    public IReadOnlyList<ChargeView> Charges { get; private set; } = [];

    /// <summary>The one to be paid, or paid last; null before the order is confirmed.</summary>
    public ChargeView? Current => Charges.LastOrDefault(one => one.IsPayable) ?? Charges.LastOrDefault(one => one.State is not (ChargeState.Cancelled or ChargeState.Expired));

    public Quote Quote { get; private set; } = new([], 0);

    /// <summary>Why the order has no price now, in the reader's language.</summary>
    public string? WithoutPrice { get; private set; }
    public DeliveryView? Delivery { get; private set; }
    public IReadOnlyList<(ClinicAddress Address, IReadOnlyList<FreightOption> Options)> Ways { get; private set; } = [];
    /// <summary>Where the choice begins: what was chosen for this case, or for the clinic's case before it.</summary>
    public DeliveryView? Usual { get; private set; }

    /// <summary>Whether this way is ticked when the page opens: the usual one where it still exists, else the first.</summary>
    public bool IsTicked(ClinicAddress address, FreightOption option)
    {
        bool Is(ClinicAddress to, FreightOption by) => Usual is { } usual && usual.AddressId == to.Id && usual.Service == by.Service;
        if (Ways.Any(way => way.Options.Any(by => Is(way.Address, by)))) return Is(address, option);

        var first = Ways.First(way => way.Options.Count > 0);
        return first.Address.Id == address.Id && first.Options[0] == option;
    }

    public IReadOnlyList<ChargeLine> More { get; private set; } = [];
    public Money Less { get; private set; }
    public bool MayPay { get; private set; }

    public bool Travels => Case.Prescription.Output == Output.Printed;

    /// <summary>Something awaits payment and may still be changed.</summary>
    public bool IsBeforePayment => Here.State == StepState.Open && !Case.HasEnded;

    /// <summary>The prescription changed after the order was confirmed, and asks for something else now.</summary>
    public bool IsOrderChanged(ChargeView confirmed) => Order.Difference(Quote.Lines, confirmed.Lines) is not ([], { IsZero: true });

    public string Path => $"/casos/{Id}/passos/{Step}/pagamento";

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        Charges = await charges.OfAsync(Order.Purpose, Id, cancel);
        Delivery = await deliveries.FindAsync(Order.Purpose, Id, cancel);
        MayPay = !Reader.IsCompany && await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Pay, cancel, Case.DentistId);
        try
        {
            Quote = await prices.QuoteAsync(Order.Of(Case.Prescription), Today, cancel, Case.ClinicId);
        }
        catch (RuleBrokenException without)
        {
            WithoutPrice = words[without.Words, [.. without.Arguments]];
        }

        if (IsBeforePayment && Travels)
        {
            var ways = new List<(ClinicAddress, IReadOnlyList<FreightOption>)>();
            foreach (var address in await addresses.OfAsync(Case.ClinicId, cancel)) ways.Add((address, await freight.QuoteAsync(address.Cep, Order.Box, cancel)));
            Ways = ways;
            Usual = Delivery ?? await deliveries.LastOfAsync(Case.ClinicId, cancel);
        }

        var counted = Charges.Where(one => (one.IsPaid || one.IsPayable) && !one.Key.StartsWith(PrintMoney.ChargeKey, StringComparison.Ordinal)).ToList();
        if (!IsBeforePayment && WithoutPrice is null && counted.Exists(one => one.IsPaid) && Case.State is not CaseState.Cancelled)
        {
            (More, Less) = Order.Difference(Quote.Lines, counted.SelectMany(one => one.Lines));
            var credited = counted.Aggregate(Money.Zero, (sum, one) => sum + one.Credited + one.Refunded);
            Less = Less > credited ? Less - credited : Money.Zero;
        }
    }

    /// <summary>Order and delivery are right: from here on the price is frozen. Again, with another way, while nobody has begun to pay.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string? way, CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (!MayPay) return Forbid();
        if (!IsBeforePayment) throw new RuleBrokenException("Isto não pode ser feito agora. Veja na página o que é possível neste momento.");
        if (WithoutPrice is not null) throw new RuleBrokenException("A tabela de preços não tem preço para este pedido. Fale com a empresa.");

        using (var together = Together.Begin())
        {
            List<ChargeLine> lines = [.. Quote.Lines];
            if (Travels) lines.Add(Order.Freight(await ChooseAsync(way, cancel)));
            else await deliveries.ForgetAsync(Order.Purpose, Id, cancel);

            if (Charges.FirstOrDefault(one => one.IsPayable) is { } open) await charges.RepriceAsync(open.Id, lines, cancel);
            else await charges.OpenAsync(New(lines), cancel);
            together.Complete();
        }

        TempData.Confirm(words["O pedido está confirmado. Agora escolha como pagar."]);
        return Redirect(Path);
    }

    /// <summary>The dentist has seen what a change costs more or less, and ticked it.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(bool accepted, CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (!MayPay) return Forbid();
        if (!accepted) throw new RuleBrokenException("Marque que viu o novo valor para continuar.");
        if (Charges.FirstOrDefault(one => one.IsPaid) is not { } paid) throw new RuleBrokenException("Isto não pode ser feito agora. Veja na página o que é possível neste momento.");

        using (var together = Together.Begin())
        {
            if (More.Count > 0) await charges.SupplementAsync(paid.Id, $"supplement-{Charges.Count}", More, Now.AddDays(Settings.PayWithinDays), cancel);
            if (!Less.IsZero) await charges.CreditAsync(paid.Id, Less, "O pedido mudou", cancel, Reader.Account);
            together.Complete();
        }

        TempData.Confirm(More.Count > 0 ? words["O complemento está aqui embaixo, para pagar."] : words["A diferença virou crédito do consultório."]);
        return Redirect(Path);
    }

    async Task<DeliveryView> ChooseAsync(string? way, CancellationToken cancel)
    {
        var parts = (way ?? "").Split(' ');
        return parts.Length == 2 && Guid.TryParse(parts[0], out var address)
            ? await deliveries.ChooseAsync(Order.Purpose, Id, Case.ClinicId, address, parts[1], Order.Box, cancel)
            : throw new RuleBrokenException("Escolha para onde o guia vai e como.");
    }

    NewCharge New(IReadOnlyList<ChargeLine> lines) => new(
        Order.Purpose, Id, Charges.Count == 0 ? "order" : $"order-{Charges.Count + 1}", $"Caso {Case.Number}", Case.ClinicId, Reader.Account, lines, Now.AddDays(Settings.PayWithinDays), Path);

    PaymentSettings Settings => PaymentSettings.Of(InPathway.Settings);

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, zone));
}
