using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Cases.Pages.Cases;
using Percurso.Cases.Steps.Intake;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Intake;

/// <summary>One item of a case: what is said about it besides the files.</summary>
[Authorize]
sealed class ItemModel(CaseFrame frame, IntakeShelf shelf, Steps.Intake.Intake intake, IFiles files, Words words) : StepPage(frame)
{
    [FromRoute]
    public string Slot { get; set; } = "";

    public IntakeLine Line { get; private set; } = null!;

    public NoteForm Note { get; set; } = new();

    public ShipForm Ship { get; set; } = new();

    public ReasonForm Waive { get; set; } = new();

    public ReasonForm Return { get; set; } = new();

    public StrangeForm Strange { get; set; } = new();

    protected override string Kind => IntakeKind.KindName;

    public bool Offers(ItemMove move) => !Case.HasEnded && (!Reader.IsCompany || Reader.MaySteer) && IntakeFlow.Table.Find(Line.Item.State, Reader.Who, move) is not null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        await base.OnPageHandlerExecutionAsync(context, async () =>
        {
            if ((await shelf.LinesAsync(Case, Here, context.HttpContext.RequestAborted)).FirstOrDefault(line => line.Slot.Key == Slot) is { } line)
            {
                Line = line;
                return await next();
            }

            context.Result = NotFound();
            return new PageHandlerExecutedContext(PageContext, context.Filters, context.HandlerMethod, this) { Result = context.Result };
        });

    public void OnGet() => Note.Words = Line.Item.Note;

    public Task<IActionResult> OnPostNoteAsync([FromForm(Name = "Note")] NoteForm note, CancellationToken cancel) =>
        ActAsync(Party.Dentist, (item, _) => item.Annotate(note.Words?.Trim() is { Length: > 0 } said ? said : null), words["A observação está salva."], cancel);

    public Task<IActionResult> OnPostShipAsync([FromForm(Name = "Ship")] ShipForm ship, CancellationToken cancel) =>
        ActAsync(Party.Dentist, (item, now) => item.Ship(ship.Tracking?.Trim() ?? "", Reader.Account, now), words["Anotado. Avisamos quando o modelo chegar."], cancel);

    public Task<IActionResult> OnPostWaiveAsync([FromForm(Name = "Waive")] ReasonForm waive, CancellationToken cancel) =>
        ActAsync(Party.Dentist, (item, now) => item.Waive(waive.Words.Trim(), Reader.Account, now), words["O item fica marcado como não necessário."], cancel);

    public Task<IActionResult> OnPostWantAsync(CancellationToken cancel) =>
        ActAsync(Party.Dentist, (item, now) => item.Want(Reader.Account, now), words["O item está de volta à lista."], cancel);

    public Task<IActionResult> OnPostReturnAsync([FromForm(Name = "Return")] ReasonForm @return, CancellationToken cancel) =>
        ActAsync(Party.Company, (item, now) => item.Return(@return.Words.Trim(), Reader.Account, now), words["O item foi devolvido. O dentista recebe o motivo."], cancel);

    /// <summary>Either side may find it out; from then on the file is the company's alone.</summary>
    public async Task<IActionResult> OnPostStrangeAsync([FromForm(Name = "Strange")] StrangeForm strange, CancellationToken cancel)
    {
        if (Reader.IsCompany && !Reader.MaySteer) return Forbid();
        if (!Line.Shown.Any(file => file.Id == strange.File)) return NotFound();

        await files.QuarantineAsync(CaseFiles.CasePurpose, Id, strange.File!.Value, strange.Words.Trim(), Reader.Account, cancel);
        TempData.Confirm(words["O arquivo saiu do caso e ficou guardado à parte. A empresa foi avisada."]);
        return Back();
    }

    async Task<IActionResult> ActAsync(Party who, Action<IntakeItem, DateTime> verb, string sentence, CancellationToken cancel)
    {
        if (Reader.Who != who || Reader.IsCompany && !Reader.MaySteer) return Forbid();

        await intake.ActAsync(Case, Here, Slot, verb, Reader.Account, cancel);
        TempData.Confirm(sentence);
        return Back();
    }

    RedirectResult Back() => Redirect($"/casos/{Id}/passos/{Step}/arquivos#item-{Slot}");

    internal sealed class NoteForm
    {
        [StringLength(IntakeItem.WordsLength, ErrorMessage = "A observação passa de 500 letras. Escreva-a mais curta.")]
        public string? Words { get; set; }
    }

    internal sealed class ShipForm
    {
        [StringLength(IntakeItem.TrackingLength, ErrorMessage = "O código passa de 60 letras. Confira-o.")]
        public string? Tracking { get; set; }
    }

    internal class ReasonForm
    {
        [Required(ErrorMessage = "Escreva por quê: o outro lado lê.")]
        [StringLength(IntakeItem.WordsLength, ErrorMessage = "O motivo passa de 500 letras. Escreva-o mais curto.")]
        public string Words { get; set; } = "";
    }

    internal sealed class StrangeForm : ReasonForm
    {
        [Required(ErrorMessage = "Escolha o arquivo.")]
        public Guid? File { get; set; }
    }
}
