using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Steps.Payment;
using Percurso.Cases.Steps.Printing;
using Percurso.Kernel.Recipes;
using Percurso.Production.Contracts;
using Percurso.Shipping.Contracts;

namespace Percurso.Cases.Recipes;

/// <summary>
/// <c>{ "name": "prints", "prints": [ { "nickname", "material", "own", "received", "trouble", "words" } ] }</c>: the printing of cases whose final plan is approved, by the verbs
/// people use. Named once, its guides are ordered in the usual quantity to where step 2 sent them; named again after production has sent them, they are received, or the
/// dentist says what is wrong. What was done stays.
/// </summary>
sealed class PrintRecipeCases(CasesDb db, PrintDesk desk, PrintReceipts receipts, IPrintOrders orders, IMaterials materials, IDeliveries deliveries) : IRecipeStep
{
    sealed record Step(string Name, IReadOnlyList<RecipePrint> Prints);

    sealed record RecipePrint(
        string Nickname, string? Material = null, bool Own = false, bool Received = false, RemakeCause? Trouble = null, string? Words = null, string Step = "printing");

    public static string Name => "prints";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        foreach (var print in step.As<Step>().Prints)
        {
            if (await db.Printings.Where(row => row.Step == print.Step && db.Cases.Any(one => one.Id == row.CaseId && one.Nickname == print.Nickname)).Select(row => (Guid?)row.CaseId).SingleOrDefaultAsync(cancel) is not { } id)
                throw new RecipeBrokenException($"The step {print.Step} of “{print.Nickname}” is not open.");

            if (print.Material is { } material) await OrderAsync(id, print, material, cancel);
            else await PatientlyAsync(() => EndAsync(id, print, cancel));
        }
    }

    async Task OrderAsync(Guid id, RecipePrint print, string material, CancellationToken cancel)
    {
        var (one, printing) = (await db.Whole.SingleAsync(row => row.Id == id, cancel), await desk.FindAsync(id, print.Step, cancel));
        if (printing.Lines.Count > 0) return;

        var chosen = (await materials.AllAsync(cancel)).FirstOrDefault(known => known.Title == material) ?? throw new RecipeBrokenException($"There is no material “{material}”.");
        var to = await deliveries.FindAsync(Order.Purpose, id, cancel) ?? throw new RecipeBrokenException($"Nobody has said where the guides of “{print.Nickname}” go.");
        var plan = await desk.PlanAsync(one, print.Step, cancel) ?? throw new RecipeBrokenException($"The final plan of “{print.Nickname}” is not approved.");
        await desk.OrderAsync(one, printing, plan.Parts.ToDictionary(part => part.FileId, part => part.Quantity), chosen.Id, (to.AddressId, to.Service), one.DentistId, cancel);
    }

    async Task EndAsync(Guid id, RecipePrint print, CancellationToken cancel)
    {
        var (one, printing) = (await db.Whole.SingleAsync(row => row.Id == id, cancel), await desk.FindAsync(id, print.Step, cancel));
        if (print.Own && printing.State == PrintingState.Choosing) await desk.PrintOwnAsync(one, printing, one.DentistId, cancel);
        if (print.Own || printing.State is not (PrintingState.Making or PrintingState.Sent)) return;

        // Production's fact may not have been told yet.
        var order = (await orders.OfAsync(PrintingFiles.PurposeName, printing.Id, cancel))[^1];
        if (printing.State == PrintingState.Making && order.State == PrintState.Sent) await receipts.SentAsync(one, printing, order.MovedBy, cancel);
        if (print.Trouble is { } cause) await receipts.ComplainAsync(one, printing, cause, print.Words, one.DentistId, cancel);
        else if (print.Received) await receipts.ConfirmAsync(one, printing, one.DentistId, cancel);
    }

    /// <summary>Whoever hears that an order was sent may act on the same rows in the same moment.</summary>
    async Task PatientlyAsync(Func<Task> act)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await act();
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < 4)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
