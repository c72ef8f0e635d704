using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Contracts;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Payment;
using Percurso.Cases.Steps.Printing;
using Percurso.Clinics.Contracts;
using Percurso.Files.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Payments.Contracts;
using Percurso.Production.Contracts;
using Percurso.Shipping.Contracts;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Printing;

/// <summary>The printing of a step: the dentist orders and receives, or prints from the files; the company settles what went wrong.</summary>
[Authorize]
sealed class PrintingModel(
    CaseFrame frame, PrintDesk desk, PrintReceipts receipts, PrintMoney money, IPrintOrders orders, IMaterials materials, IPriceList prices, ICharges charges, IFreight freight, IDeliveries deliveries,
    IClinicAddresses addresses, IClinicRights rights, IFiles files, IPeople people, TimeZoneInfo zone, Words words) : StepPage(frame)
{
    /// <summary>Bound for every handler, so that a number that is none does not lose what else was chosen.</summary>
    [BindProperty]
    public OrderForm Input { get; set; } = new();
    public TroubleForm Trouble { get; set; } = new();
    public AgainForm Again { get; set; } = new();
    public ReplyForm Reply { get; set; } = new();

    public CasePrinting Printing { get; private set; } = null!;

    /// <summary>Null while no final plan is approved.</summary>
    public PrintablePlan? Plan { get; private set; }
    public IReadOnlyList<MaterialView> Materials { get; private set; } = [];
    public IReadOnlyList<(ClinicAddress Address, IReadOnlyList<FreightOption> Options)> Ways { get; private set; } = [];
    public DeliveryView? Usual { get; private set; }

    /// <summary>What one guide and one model cost by themselves; null where the list has no price.</summary>
    public Money? EachGuide { get; private set; }

    /// <inheritdoc cref="EachGuide" />
    public Money? EachModel { get; private set; }

    /// <summary>Guides that step 2 has charged already, and what freight.</summary>
    public int PaidGuides { get; private set; }

    /// <inheritdoc cref="PaidGuides" />
    public Money PaidFreight { get; private set; }
    public Money OwnPrintCredit { get; private set; }
    public ChargeView? Charge { get; private set; }

    /// <summary>All orders that went to production, oldest first.</summary>
    public IReadOnlyList<PrintOrderView> Orders { get; private set; } = [];
    public IReadOnlyList<FileView> Photos { get; private set; } = [];
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();
    public bool MayOrder { get; private set; }
    public bool MayConfirm { get; private set; }

    public PrintOrderView? Current => Orders.Count == 0 ? null : Orders[^1];

    public string Path => $"/casos/{Id}/passos/{Step}/impressao";

    public bool IsFree => PrintMoney.IsFree(Case);

    public bool Offers(PrintingRole role, PrintingMove move) => Case.State != CaseState.Cancelled && PrintingFlow.Table.Find(Printing.State, role, move) is not null;

    public bool MaySendPhotos => MayConfirm && Case.State != CaseState.Cancelled && PrintingFiles.Takes(Printing.State);

    protected override string Kind => PrintingKind.KindName;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Printing.Cause is { } said) Again.Cause = said;
    }

    public async Task<IActionResult> OnPostOrderAsync(CancellationToken cancel)
    {
        var toPay = Money.Zero;
        return await ActAsync(ClinicAct.Order, async printing =>
        {
            if (Input.Material is not { } material) throw new RuleBrokenException("Escolha um material da lista.") { Field = "Input.Material" };
            toPay = await desk.OrderAsync(Case, printing, Input.ReadParts(), material, Input.ReadWay(), Reader.Account, cancel);
        }, () => toPay.IsZero ? words["O pedido está na fila de produção."] : words["Falta pagar a diferença de {0}; depois o pedido vai para a produção.", toPay], cancel);
    }

    public async Task<IActionResult> OnPostOwnAsync(CancellationToken cancel)
    {
        var credit = Money.Zero;
        return await ActAsync(ClinicAct.Order, async printing => credit = await desk.PrintOwnAsync(Case, printing, Reader.Account, cancel),
            () => credit.IsZero ? words["Este passo está pronto: os guias saem dos arquivos aprovados."] : words["Este passo está pronto. {0} viraram crédito do consultório.", credit], cancel);
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) =>
        ActAsync(ClinicAct.Order, printing => desk.WithdrawAsync(Case, printing, Reader.Account, cancel), () => words["O pedido foi desfeito e nada será cobrado."], cancel);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancel) =>
        ActAsync(ClinicAct.ConfirmReceipt, printing => receipts.ConfirmAsync(Case, printing, Reader.Account, cancel), () => words["Recebimento confirmado. Este passo está pronto."], cancel);

    public Task<IActionResult> OnPostComplainAsync([FromForm(Name = "Trouble")] TroubleForm trouble, CancellationToken cancel)
    {
        Trouble = trouble;
        return ActAsync(ClinicAct.ConfirmReceipt, printing => receipts.ComplainAsync(Case, printing, trouble.Cause, trouble.Words, Reader.Account, cancel), () => words["A empresa foi avisada e responde aqui."], cancel);
    }

    public Task<IActionResult> OnPostAnswerAsync([FromForm(Name = "Reply")] ReplyForm reply, CancellationToken cancel)
    {
        Reply = reply;
        return ActAsync(null, printing => receipts.AnswerAsync(Case, printing, reply.Words, Reader.Account, cancel), () => words["A resposta está com o dentista."], cancel);
    }

    public Task<IActionResult> OnPostRemakeAsync([FromForm(Name = "Again")] AgainForm again, CancellationToken cancel)
    {
        Again = again;
        return ActAsync(null, printing => receipts.RemakeAsync(Case, printing, again.Cause, again.Payer, again.Words, Reader.Account, cancel),
            () => again.Payer == RemakePayer.Dentist ? words["A reimpressão espera o pagamento do dentista."] : words["A reimpressão está na fila de produção."], cancel);
    }

    public async Task<IActionResult> OnPostReplanAsync([FromForm(Name = "Again")] AgainForm again, CancellationToken cancel)
    {
        Again = again;
        var number = "";
        return await ActAsync(null, async printing => number = (await receipts.ReplanAsync(Case, printing, again.Cause, again.Payer, again.Words, Reader.Account, cancel)).Number,
            () => words["O caso {0} foi aberto, ligado a este.", number], cancel);
    }

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        Printing = await desk.FindAsync(Id, Step, cancel);
        Orders = await orders.OfAsync(PrintingFiles.PurposeName, Printing.Id, cancel);
        Charge = Printing.ChargeId is { } charge ? await charges.FindAsync(charge, cancel) : null;
        Photos = [.. (await files.OfAsync(PrintingFiles.PurposeName, Printing.Id, cancel)).Where(file => file.IsHere)];
        if (!Reader.IsCompany)
        {
            MayOrder = await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.Order, cancel, Case.DentistId);
            MayConfirm = await rights.MayAsync(Reader.Account, Case.ClinicId, ClinicAct.ConfirmReceipt, cancel, Case.DentistId);
        }

        Plan = await desk.PlanAsync(Case, Step, cancel);
        if (Input.Parts.Count == 0) Input.Parts = OrderForm.Of(Plan);
        if (Offers(PrintingRole.Dentist, PrintingMove.Order) && MayOrder) await ShowChoiceAsync(cancel);

        var names = new Dictionary<Guid, string>();
        foreach (var by in Printing.Lines.Select(line => line.By).Distinct()) names[by] = await people.NameOfAsync(by, cancel) ?? "";
        Names = names;
    }

    async Task ShowChoiceAsync(CancellationToken cancel)
    {
        Materials = await materials.AllAsync(cancel);
        var ways = new List<(ClinicAddress, IReadOnlyList<FreightOption>)>();
        foreach (var address in await addresses.OfAsync(Case.ClinicId, cancel)) ways.Add((address, await freight.QuoteAsync(address.Cep, Order.Box, cancel)));
        (Ways, Usual) = (ways, await deliveries.FindAsync(Order.Purpose, Id, cancel) ?? await deliveries.LastOfAsync(Case.ClinicId, cancel));
        (EachGuide, EachModel) = (await PriceAsync(PrintMoney.Guide, cancel), await PriceAsync(PrintMoney.Model, cancel));
        var paid = await money.PaidAsync(Case, Printing, cancel);
        PaidGuides = paid.Where(line => line.Key == PrintMoney.Guide).Sum(line => line.Quantity);
        PaidFreight = paid.Where(line => line.IsFreight).Aggregate(Money.Zero, (sum, line) => sum + line.Sum);
        if (Printing.State == PrintingState.Choosing) OwnPrintCredit = await desk.CreditOfOwnPrintAsync(Case, Printing, cancel);
    }

    /// <summary>Whether this way is ticked: what was chosen, else the usual one where it still exists, else the first.</summary>
    public bool IsTicked(ClinicAddress address, FreightOption option)
    {
        string Value(ClinicAddress to, FreightOption by) => $"{to.Id} {by.Service}";
        var all = Ways.SelectMany(way => way.Options.Select(by => Value(way.Address, by))).ToList();
        var wanted = Input.Way ?? (Usual is { } usual ? $"{usual.AddressId} {usual.Service}" : null);
        return Value(address, option) == (wanted is not null && all.Contains(wanted) ? wanted : all.FirstOrDefault());
    }

    async Task<Money?> PriceAsync(string item, CancellationToken cancel)
    {
        try
        {
            return (await prices.QuoteAsync([new(item, 1)], DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(money.Now, zone)), cancel, Case.ClinicId)).Sum;
        }
        catch (RuleBrokenException)
        {
            return null;
        }
    }

    /// <param name="act">What somebody of the clinic must be allowed to; null for the company.</param>
    /// <param name="verb">What is done.</param>
    /// <param name="sentence">What is said once it is.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    async Task<IActionResult> ActAsync(ClinicAct? act, Func<CasePrinting, Task> verb, Func<string> sentence, CancellationToken cancel)
    {
        var may = act is { } clinic ? !Reader.IsCompany && await rights.MayAsync(Reader.Account, Case.ClinicId, clinic, cancel, Case.DentistId) : Reader.MaySteer;
        if (!may) return Forbid();
        if (Case.State == CaseState.Cancelled) throw new RuleBrokenException("Este caso foi cancelado e não anda mais.");

        await verb(await desk.FindAsync(Id, Step, cancel));
        TempData.Confirm(sentence());
        return RedirectToPage(new { Id, Step });
    }
}
