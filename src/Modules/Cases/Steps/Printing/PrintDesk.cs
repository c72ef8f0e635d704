using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Payment;
using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Production.Contracts;
using Percurso.Shipping.Contracts;

namespace Percurso.Cases.Steps.Printing;

/// <summary>Takes orders of guides: what follows for deliveries, money, production and the case, each in one transaction.</summary>
sealed class PrintDesk(CasesDb db, ApprovedParts parts, PrintMoney money, IDeliveries deliveries, IPrintOrders orders, IClinicPeople clinics, PrintingStep steps, TimeProvider clock)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>To be changed.</summary>
    public Task<CasePrinting> FindAsync(Guid caseId, string step, CancellationToken cancel) =>
        db.WholePrintings.SingleAsync(one => one.CaseId == caseId && one.Step == step, cancel);

    public Task<PrintablePlan?> PlanAsync(Case one, string step, CancellationToken cancel) => parts.FindAsync(one, one.FindStep(step)!, cancel);

    /// <param name="one">The case.</param>
    /// <param name="printing">Its printing.</param>
    /// <param name="wanted">How many of which mesh.</param>
    /// <param name="material">In Production.</param>
    /// <param name="way">To which address and how; null where none was chosen.</param>
    /// <param name="by">A dentist of the clinic.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>What is to be paid first; nothing when production begins at once.</returns>
    public async Task<Money> OrderAsync(Case one, CasePrinting printing, IReadOnlyDictionary<Guid, int> wanted, Guid material, (Guid Address, string Service)? way, Guid by, CancellationToken cancel)
    {
        var plan = await PlanAsync(one, printing.Step, cancel);
        var wish = new PrintWish(
            plan?.Review.Number ?? 0, plan?.Review.Hash ?? "", [.. (plan?.Parts ?? []).Select(part => part with { Quantity = wanted.GetValueOrDefault(part.FileId) }).Where(part => part.Quantity > 0)],
            material, way?.Address, way?.Service ?? "");
        var act = await ActAsync(one, printing, plan, by, cancel);
        PrintingFlow.Table.Do(printing.State, PrintingRole.Dentist, PrintingMove.Order, act with { Pieces = wish.Pieces, HasAddress = way is not null });
        using var together = Together.Begin();
        var cost = await money.OfAsync(one, printing, wish, await ChooseAsync(one, wish, cancel), cancel);
        printing.Order(act, wish);
        if (cost.More.Count > 0) printing.Owe(await money.ChargeAsync(one, printing, cost.More, by, cancel));
        await SaveAsync(one, printing, by, cancel, byDentist: true);
        if (cost.More.Count == 0) await BeginAsync(one, printing, by, cancel);
        together.Complete();
        return cost.ToPay;
    }

    /// <summary>Where the wish goes, taken down for the case. One box of one guide to where step 2 sent it keeps the price of step 2.</summary>
    async Task<DeliveryView> ChooseAsync(Case one, PrintWish wish, CancellationToken cancel)
    {
        var known = await deliveries.FindAsync(Order.Purpose, one.Id, cancel);
        return known is not null && wish.Pieces == 1 && known.AddressId == wish.AddressId && known.Service == wish.Service
            ? known
            : await deliveries.ChooseAsync(Order.Purpose, one.Id, one.ClinicId, wish.AddressId!.Value, wish.Service, BoxOf(wish.Pieces), cancel);
    }

    /// <summary>A further piece makes the box heavier, not larger.</summary>
    public static Parcel BoxOf(int pieces) => Order.Box with { Grams = Order.Box.Grams + 120 * Math.Max(0, pieces - 1) };

    /// <summary>The dentist prints from the files. What was paid for printing and freight becomes credit.</summary>
    /// <returns>How much became credit.</returns>
    public async Task<Money> PrintOwnAsync(Case one, CasePrinting printing, Guid by, CancellationToken cancel)
    {
        var act = await ActAsync(one, printing, await PlanAsync(one, printing.Step, cancel), by, cancel);
        using var together = Together.Begin();
        printing.PrintOwn(act);
        var credit = await CreditOfOwnPrintAsync(one, printing, cancel);
        if (!credit.IsZero)
        {
            await money.CreditAsync(one, credit, by, cancel);
            printing.Credit();
        }

        await SaveAsync(one, printing, by, cancel, byDentist: true);
        together.Complete();
        return credit;
    }

    public async Task<Money> CreditOfOwnPrintAsync(Case one, CasePrinting printing, CancellationToken cancel) =>
        PrintMoney.IsFree(one) ? Money.Zero : PrintMoney.Difference([], await money.PaidAsync(one, printing, cancel)).Less;

    public async Task WithdrawAsync(Case one, CasePrinting printing, Guid by, CancellationToken cancel)
    {
        var act = new PrintingAct(printing, by, Now) { IsPaid = await money.IsPaidAsync(printing, cancel) };
        using var together = Together.Begin();
        await money.DropAsync(printing, by, cancel);
        printing.Withdraw(act);
        await SaveAsync(one, printing, by, cancel, byDentist: true);
        together.Complete();
    }

    /// <summary>Nothing is left to be paid: what costs less becomes credit, and production gets the order.</summary>
    public async Task BeginAsync(Case one, CasePrinting printing, Guid by, CancellationToken cancel)
    {
        var (wish, to) = (printing.Wish!, (await deliveries.FindAsync(Order.Purpose, one.Id, cancel))!);
        var act = new PrintingAct(printing, by, Now) { IsPaid = await money.IsPaidAsync(printing, cancel) };
        using var together = Together.Begin();
        if (!printing.IsRemake && await money.OfAsync(one, printing, wish, to, cancel) is { Less.IsZero: false } cost) await money.CreditAsync(one, cost.Less, by, cancel);
        var step = one.FindStep(printing.Step)!;
        var due = step.PromisedOn is { } promised && step.LatestOn is { } latest ? promised < latest ? promised : latest : step.PromisedOn ?? step.LatestOn;
        printing.Begin(act, await orders.PlaceAsync(
            new(PrintingFiles.PurposeName, printing.Id, one.Number, InitialsOf(one.PatientName), await clinics.NameOfAsync(one.ClinicId, cancel) ?? "", wish.MaterialId,
                [.. wish.Parts.Select(part => new PrintPart(part.Name, part.FileId, part.Sha256, part.Quantity))], new(to.Name, to.FirstLine, to.SecondLine, to.Title),
                due, $"/casos/{one.Id}/passos/{printing.Step}/impressao", by, printing.IsRemake), cancel));
        db.Record(new GuidesOrdered(one.Id, printing.Step));
        await SaveAsync(one, printing, by, cancel);
        together.Complete();
    }

    Task SaveAsync(Case one, CasePrinting printing, Guid by, CancellationToken cancel, bool byDentist = false) => steps.SaveAsync(one, printing, by, null, byDentist, cancel);

    async Task<PrintingAct> ActAsync(Case one, CasePrinting printing, PrintablePlan? plan, Guid by, CancellationToken cancel) =>
        new(printing, by, Now) { HasPlan = plan is not null, IsWhole = await parts.AreWholeAsync(one, plan, cancel) };

    /// <summary>First and last: "Maria das Dores Lima" is M. L.</summary>
    internal static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).ToList();
        return words.Count switch { 0 => "—", 1 => $"{char.ToUpperInvariant(words[0][0])}.", _ => $"{char.ToUpperInvariant(words[0][0])}. {char.ToUpperInvariant(words[^1][0])}." };
    }
}
