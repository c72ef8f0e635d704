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

/// <summary>What the company writes for itself: the only code that reads internal notes.</summary>
[Authorize(Policy = CasesPermissions.See)]
sealed class NotesModel(CaseFrame frame, CasesDb db, IPeople people, TimeProvider clock, Words words) : CasePage(frame)
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    [BindProperty]
    public Form Input { get; set; } = new();

    protected override Task<bool> IsForReaderAsync(CancellationToken cancel) => Task.FromResult(Reader.IsCompany);

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        db.Add(new InternalNote { CaseId = Id, At = clock.GetUtcNow().UtcDateTime, By = Reader.Account, Text = Input.Text.Trim() });
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["A nota interna foi guardada."]);
        return RedirectToPage(new { Id });
    }

    public override async Task ShowAgainAsync(CancellationToken cancel)
    {
        var all = await db.Set<InternalNote>().AsNoTracking().Where(one => one.CaseId == Id).OrderBy(one => one.At).ThenBy(one => one.Id).ToListAsync(cancel);
        var lines = new List<Line>();
        foreach (var one in all) lines.Add(new(one.At, await people.NameOfAsync(one.By, cancel) ?? "", one.Text));
        Lines = lines;
    }

    internal sealed record Line(DateTime At, string Name, string Text);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva a nota.")]
        [StringLength(InternalNote.TextLength, ErrorMessage = "A nota passa de 5.000 letras. Divida-a em duas.")]
        public string Text { get; set; } = "";
    }
}
