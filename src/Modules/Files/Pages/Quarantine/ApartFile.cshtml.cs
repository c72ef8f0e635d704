using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Files.Contracts;
using Percurso.Files.Data;
using Percurso.Files.Domain;
using Percurso.Files.Downloads;
using Percurso.Files.Quarantine;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Files.Pages.Quarantine;

/// <summary>One file that was set apart: what is known of it, who has had it, and what becomes of it.</summary>
[Authorize(Policy = FilesPermissions.SettleQuarantine)]
sealed class ApartFileModel(FilesDb db, SettleQuarantine settle, Readers readers, ISlots slots, IPeople people, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public StoredFile Found { get; private set; } = null!;

    public FileSubject? From { get; private set; }

    public IReadOnlyList<SlotView> Slots { get; private set; } = [];

    public string? SentThrough { get; private set; }

    /// <summary>Who had it before anybody noticed, and since.</summary>
    public IReadOnlyList<(DateTime At, string Who, AccessKind Kind)> Accesses { get; private set; } = [];

    /// <summary>The names of whoever this page speaks of.</summary>
    public Dictionary<Guid, string> Names { get; } = [];

    public MoveForm Move { get; set; } = new();

    public DestroyForm Destroy { get; set; } = new();

    public string TitleOf(string slot) => Slots.FirstOrDefault(one => one.Key == slot)?.Title.ToString() ?? slot;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (await db.Files.SingleOrDefaultAsync(file => file.Id == Id && file.State == FileState.Quarantined, cancel) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Found = found;
        await ReadAsync(cancel);
        await next();
    }

    public async Task<IActionResult> OnPostMoveAsync([FromForm(Name = "Move")] MoveForm move, CancellationToken cancel)
    {
        await settle.MoveAsync(Found, move.Number.Trim(), move.Slot ?? "", move.Words.Trim(), User.AccountId(), cancel);
        TempData.Confirm(words["O arquivo está no caso {0} e passa pela conferência de lá.", move.Number.Trim()]);
        return RedirectToPage("Apart");
    }

    public async Task<IActionResult> OnPostDestroyAsync([FromForm(Name = "Destroy")] DestroyForm destroy, CancellationToken cancel)
    {
        await settle.DestroyAsync(Found, destroy.Words.Trim(), User.AccountId(), cancel);
        TempData.Confirm(words["O arquivo foi destruído. Fica anotado que esteve aqui."]);
        return RedirectToPage("Apart");
    }

    async Task ReadAsync(CancellationToken cancel)
    {
        From = await readers.SubjectAsync(Found.Purpose, Found.SubjectId, cancel);
        Slots = await slots.AllAsync(cancel);
        SentThrough = Found.LinkId is { } link ? await db.Links.Where(row => row.Id == link).Select(row => row.Name).SingleOrDefaultAsync(cancel) : null;
        Move.Slot = Found.Slot;
        var lines = await db.Accesses.AsNoTracking().Where(line => line.SubjectId == Found.SubjectId && line.FileId == Id).OrderByDescending(line => line.At).Take(200).ToListAsync(cancel);
        foreach (var account in lines.Select(line => (Guid?)(line.SeenBy ?? line.AccountId)).Concat([Found.SentBy, Found.OutBy, Found.OutcomeBy]).OfType<Guid>().Distinct())
            Names[account] = await people.NameOfAsync(account, cancel) ?? words["Alguém que já saiu"];
        Accesses = [.. lines.Select(line => (line.At, Names[line.SeenBy ?? line.AccountId], line.Kind))];
    }

    internal class DestroyForm
    {
        [Required(ErrorMessage = "Escreva por quê: fica anotado.")]
        [StringLength(StoredFile.ReasonLength, ErrorMessage = "O motivo passa de 500 letras. Escreva-o mais curto.")]
        public string Words { get; set; } = "";
    }

    internal sealed class MoveForm : DestroyForm
    {
        [Required(ErrorMessage = "Escreva o número do caso.")]
        [StringLength(20, ErrorMessage = "O número de um caso é como 2026-0042.")]
        public string Number { get; set; } = "";

        [StringLength(60, ErrorMessage = "Escolha um item da lista.")]
        public string? Slot { get; set; }
    }
}
