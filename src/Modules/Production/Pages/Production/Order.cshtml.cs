using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Production.Contracts;
using Percurso.Production.Data;
using Percurso.Production.Domain;
using Percurso.Production.Papers;
using Percurso.Theme.Contracts;

namespace Percurso.Production.Pages.Production;

/// <summary>One order: its parts, its papers, what is to be done next, and what has happened. The code on its label leads here.</summary>
[Authorize(Policy = ProductionPermissions.Work)]
sealed class OrderModel(ProductionDb db, MovePrints moves, PrintPapers papers, IFindPeople people, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    public FailForm Failing { get; set; } = new();

    public SendForm Sending { get; set; } = new();

    public PrintOrder Order { get; private set; } = null!;
    public Material Material { get; private set; } = null!;
    public IReadOnlyList<Printer> Printers { get; private set; } = [];

    /// <summary>Of the order's material.</summary>
    public IReadOnlyList<Lot> Lots { get; private set; } = [];
    public BoxContents? Box { get; private set; }

    /// <summary>Which lines of the box's list were marked when packing was refused, by their place.</summary>
    public IReadOnlyList<int> Ticked { get; private set; } = [];

    public IReadOnlyList<string> Checks { get; private set; } = [];
    public IReadOnlyDictionary<Guid, KnownPerson> People { get; private set; } = new Dictionary<Guid, KnownPerson>();

    public DateOnly Today => moves.Today;

    public bool IsLate => Order.DueOn < Today && (Offers(PrintMove.Fail) || Offers(PrintMove.Print));

    public bool Offers(PrintMove move) => PrintFlow.Table.Find(Order.State, PrintRole.Operator, move) is not null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Orders.AnyAsync(row => row.Id == Id, context.HttpContext.RequestAborted)) await next();
        else context.Result = NotFound();
    }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public Task<IActionResult> OnPostPrintAsync(Guid? printer, Guid? lot, CancellationToken cancel) => MoveAsync(PrintMove.Print, new() { Printer = printer, Lot = lot }, cancel);

    public Task<IActionResult> OnPostFinishAsync(CancellationToken cancel) => MoveAsync(PrintMove.Finish, new(), cancel);

    public Task<IActionResult> OnPostCheckAsync(CancellationToken cancel) => MoveAsync(PrintMove.Check, new(), cancel);

    public Task<IActionResult> OnPostFailAsync([FromForm(Name = "Failing")] FailForm failing, CancellationToken cancel)
    {
        Failing = failing;
        return MoveAsync(PrintMove.Fail, new() { Words = failing.Words }, cancel, "Failing.Words");
    }

    /// <param name="ticked">Which lines of the box's list, by their place.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<IActionResult> OnPostPackAsync(int[] ticked, CancellationToken cancel)
    {
        Ticked = ticked;
        await ShowAgainAsync(cancel);
        return await MoveAsync(PrintMove.Pack, new() { Unticked = Enumerable.Range(0, Checks.Count).Except(ticked).Count() }, cancel);
    }

    public Task<IActionResult> OnPostSendAsync([FromForm(Name = "Sending")] SendForm sending, CancellationToken cancel)
    {
        Sending = sending;
        return MoveAsync(
            PrintMove.Send, new() { Carrier = sending.Carrier, Tracking = sending.Tracking, WithoutTracking = sending.WithoutTracking }, cancel,
            string.IsNullOrWhiteSpace(sending.Carrier) ? "Sending.Carrier" : "Sending.Tracking");
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Order = await db.Whole.AsNoTracking().SingleAsync(row => row.Id == Id, cancel);
        Material = await db.Materials.AsNoTracking().SingleAsync(row => row.Id == Order.MaterialId, cancel);
        Printers = await db.Printers.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancel);
        Lots = await db.Lots.AsNoTracking().Where(row => row.MaterialId == Order.MaterialId).OrderBy(row => row.ExpiresOn).ToListAsync(cancel);
        Box = await papers.BoxAsync(Order, cancel);
        Checks = papers.ChecksOf(Order, Box);
        People = await people.ByIdAsync(Order.Lines.Select(line => line.By).Append(Order.PlacedBy).Distinct(), cancel);
        if (Sending.Carrier is null) Sending.Carrier = Order.Service;
    }

    async Task<IActionResult> MoveAsync(PrintMove move, MoveWith with, CancellationToken cancel, string field = "")
    {
        try
        {
            await moves.MoveAsync([Id], move, with, User.AccountId(), cancel);
        }
        catch (RuleBrokenException broken) when (broken.Field.Length == 0 && field.Length > 0)
        {
            throw new RuleBrokenException(broken.Words, [.. broken.Arguments]) { Field = field };
        }

        TempData.Confirm(move == PrintMove.Fail ? words["A falha está registrada. O pedido espera ser impresso de novo."] : words["O pedido andou."]);
        return RedirectToPage(new { Id });
    }

    internal sealed class FailForm
    {
        [Required(ErrorMessage = "Escreva por que a impressão falhou.")]
        [StringLength(PrintOrder.WordsLength, ErrorMessage = "O texto passa de 500 letras. Escreva-o mais curto.")]
        public string? Words { get; set; }
    }

    internal sealed class SendForm
    {
        [Required(ErrorMessage = "Escreva por quem o pedido vai.")]
        [StringLength(PrintOrder.CarrierLength, ErrorMessage = "O nome passa de 60 letras.")]
        public string? Carrier { get; set; }

        [StringLength(TrackingCode.Longest, ErrorMessage = "O código passa de 40 letras. Confira o que foi colado.")]
        public string? Tracking { get; set; }

        public bool WithoutTracking { get; set; }
    }
}
