using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>What dentist and company write to each other on a case.</summary>
[Authorize]
sealed class MessagesModel(CaseFrame frame, CasesDb db, IPeople people, TimeProvider clock, Words words) : CasePage(frame)
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    public bool MayWrite => !Reader.IsCompany || Reader.MaySteer;

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (User.SeenBy() is null)
        {
            foreach (var unread in await db.Messages.Where(one => one.CaseId == Id && one.Who != Reader.Who && one.ReadAt == null).ToListAsync(cancel)) unread.Read(Now);
            await db.SaveChangesAsync(cancel);
        }

        await ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayWrite) return Forbid();

        var where = Reader.IsCompany && !string.IsNullOrWhiteSpace(Input.SaidWhere) ? Input.SaidWhere.Trim() : null;
        var message = new Message { CaseId = Id, At = Now, By = Reader.Account, Who = Reader.Who, Text = Input.Text.Trim(), SaidWhere = where };
        db.Add(message);
        db.Record(new MessageSent(Id, message.Id, Reader.IsCompany));
        Case.Note(where is null ? Happening.MessageSent : Happening.Filed, Reader.Who, Reader.Account, Now);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["A mensagem foi enviada."]);
        return RedirectToPage(new { Id });
    }

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        var all = await db.Messages.AsNoTracking().Where(one => one.CaseId == Id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(cancel);
        var names = new Dictionary<Guid, string>();
        foreach (var by in all.Select(one => one.By).Distinct()) names[by] = await people.NameOfAsync(by, cancel) ?? words["Alguém que já saiu"];
        Lines = [.. all.Select(one => new Line(one.Id, one.At, one.Who, names[one.By], one.Text, one.SaidWhere, one.ConfirmedAt))];
    }

    internal sealed record Line(Guid Id, DateTime At, Party Who, string Name, string Text, string? SaidWhere, DateTime? ConfirmedAt);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva a mensagem.")]
        [StringLength(Message.TextLength, ErrorMessage = "A mensagem passa de 5.000 letras. Divida-a em duas.")]
        public string Text { get; set; } = "";

        [StringLength(120, ErrorMessage = "O lugar passa de 120 letras. Escreva-o mais curto.")]
        public string? SaidWhere { get; set; }
    }
}
