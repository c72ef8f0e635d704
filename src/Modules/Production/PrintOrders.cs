using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;

namespace Percurso.Production;

sealed class PrintOrders(ProductionDb db, TimeProvider clock) : IPrintOrders
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Guid> PlaceAsync(NewPrintOrder order, CancellationToken cancel)
    {
        if (!await db.Materials.AnyAsync(row => row.Id == order.MaterialId, cancel)) throw new RuleBrokenException("Escolha um material da lista.");

        var before = await db.Orders.CountAsync(row => row.Purpose == order.Purpose && row.SubjectId == order.SubjectId, cancel);
        var placed = PrintOrder.Place(order, before + 1, Now);
        db.Add(placed);
        await db.SaveChangesAsync(cancel);
        return placed.Id;
    }

    public async Task<IReadOnlyList<PrintOrderView>> OfAsync(string purpose, Guid subject, CancellationToken cancel)
    {
        var orders = await db.Whole.AsNoTracking().Where(row => row.Purpose == purpose && row.SubjectId == subject).OrderBy(row => row.Number).ToListAsync(cancel);
        if (orders.Count == 0) return [];

        var lots = orders.Select(order => order.LotId).OfType<Guid>().ToList();
        var numbers = await db.Lots.AsNoTracking().Where(row => lots.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var materials = await db.Materials.AsNoTracking().ToDictionaryAsync(row => row.Id, cancel);
        return [.. orders.Select(order => View(order, materials[order.MaterialId], order.LotId is { } lot ? numbers[lot] : null))];
    }

    public Task ConfirmAsync(Guid order, Guid by, CancellationToken cancel) => ActAsync(order, found => found.Confirm(new(found, by, Now)), cancel);

    public Task ComplainAsync(Guid order, string words, Guid by, CancellationToken cancel) => ActAsync(order, found => found.Complain(new(found, by, Now) { Words = words }), cancel);

    public Task CancelAsync(Guid order, Guid by, CancellationToken cancel) => ActAsync(order, found =>
    {
        if (PrintFlow.Table.Find(found.State, PrintRole.Owner, PrintMove.Cancel) is not null) found.Cancel(new(found, by, Now));
    }, cancel);

    async Task ActAsync(Guid order, Action<PrintOrder> verb, CancellationToken cancel)
    {
        verb(await db.Whole.SingleAsync(row => row.Id == order, cancel));
        await db.SaveChangesAsync(cancel);
    }

    static PrintOrderView View(PrintOrder one, Material material, Lot? lot) => new(
        one.Id, one.Number, one.State, material.Title, material.TitleEn, [.. one.Parts.Select(part => new PrintPart(part.Name, part.FileId, part.Sha256, part.Quantity))],
        new(one.AddressName, one.FirstLine, one.SecondLine, one.Service), one.PlacedAt, one.DueOn, one.MovedAt, one.MovedBy, lot?.Number, lot?.ExpiresOn, one.Carrier, one.Tracking,
        one.SentAt, one.DeliveredAt, [(PrintState.Received, one.PlacedAt), .. one.Lines.Select(line => (line.To, line.At))]);
}

sealed class AllMaterials(ProductionDb db) : IMaterials
{
    public async Task<IReadOnlyList<MaterialView>> AllAsync(CancellationToken cancel) =>
        await db.Materials.AsNoTracking().Where(row => !row.IsRetired).OrderBy(row => row.Surcharge).ThenBy(row => row.Title)
            .Select(row => new MaterialView(row.Id, row.Title, row.TitleEn, row.Surcharge, row.Note)).ToListAsync(cancel);
}
