using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Theme.Contracts;

namespace Percurso.Production.Pages.Production;

/// <summary>What is to be printed across all cases: late first, then by the day it is due. Several move in one press.</summary>
[Authorize(Policy = ProductionPermissions.Work)]
sealed class QueueModel(ProductionDb db, MovePrints moves, Words words) : PageModel, IShowAgain
{
    public const int Size = 50;

    /// <summary>What production has in its hands.</summary>
    static readonly PrintState[] inHand = [PrintState.Received, PrintState.Printing, PrintState.Finishing, PrintState.Checked, PrintState.Packed, PrintState.Failed];

    /// <summary>States as the strip above the list has them.</summary>
    public static readonly PrintState[] Shown = [.. inHand, PrintState.Sent, PrintState.Complained, PrintState.Delivered];

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "estado", SupportsGet = true)]
    public PrintState? State { get; set; }

    [BindProperty(Name = "prazo", SupportsGet = true)]
    public string? Due { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<PrintOrder> Orders { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyDictionary<PrintState, int> Counts { get; private set; } = new Dictionary<PrintState, int>();
    public IReadOnlyList<Material> Materials { get; private set; } = [];
    public IReadOnlyList<Printer> Printers { get; private set; } = [];
    public IReadOnlyList<Lot> Lots { get; private set; } = [];

    /// <summary>What was ticked, and is ticked again after a refusal.</summary>
    public IReadOnlyCollection<Guid> Ticked { get; private set; } = [];

    public DateOnly Today => moves.Today;

    public bool IsLate(PrintOrder order) => order.DueOn < Today && inHand.Contains(order.State);

    public string Named(Lot lot, CultureInfo culture) => $"{lot.Number}, {Materials.First(material => material.Id == lot.MaterialId).In(culture)}";

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    /// <param name="ids">What was ticked.</param>
    /// <param name="move">What is done with all of it.</param>
    /// <param name="printer">For what is printed.</param>
    /// <param name="lot">For what is printed.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<IActionResult> OnPostMoveAsync(Guid[] ids, PrintMove move, Guid? printer, Guid? lot, CancellationToken cancel)
    {
        Ticked = ids;
        if (ids.Length == 0) throw new RuleBrokenException("Marque na lista pelo menos um pedido.");
        if (move is not (PrintMove.Print or PrintMove.Finish or PrintMove.Check)) throw new RuleBrokenException("Escolha o que fazer com os pedidos marcados.");

        var moved = await moves.MoveAsync(ids, move, new() { Printer = printer, Lot = lot }, User.AccountId(), cancel);
        TempData.Confirm(words.Plural(moved, "{0} pedido andou.", "{0} pedidos andaram."));
        return RedirectToPage(new { q = Search, estado = State, prazo = Due });
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Counts = await db.Orders.GroupBy(order => order.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, cancel);
        Materials = await db.Materials.AsNoTracking().OrderBy(row => row.Title).ToListAsync(cancel);
        Printers = await db.Printers.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancel);
        Lots = await db.Lots.AsNoTracking().OrderBy(row => row.ExpiresOn).ToListAsync(cancel);

        var (found, today) = (Matching(), Today);
        Total = await found.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Orders = await found.OrderBy(order => order.DueOn < today ? 0 : 1).ThenBy(order => order.DueOn ?? DateOnly.MaxValue).ThenBy(order => order.PlacedAt).ThenBy(order => order.Id)
            .Skip((PageNumber - 1) * Size).Take(Size).Include("parts").AsSplitQuery().ToListAsync(cancel);
    }

    IQueryable<PrintOrder> Matching()
    {
        var today = Today;
        var found = db.Orders.AsNoTracking();
        found = State is { } state ? found.Where(order => order.State == state) : found.Where(order => inHand.Contains(order.State));
        if (Due == "atrasados") found = found.Where(order => order.DueOn < today);
        if (Due == "hoje") found = found.Where(order => order.DueOn == today);
        if (Due == "semana") found = found.Where(order => order.DueOn <= today.AddDays(7));
        return Search?.Trim() is { Length: > 0 } words ? found.Where(order => Sql.Plain(order.Title + " " + order.For + " " + (order.Tracking ?? "")).Contains(Sql.Plain(words))) : found;
    }
}
