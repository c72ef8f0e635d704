using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>How the reader wants to hear of cases.</summary>
[Authorize]
sealed class PreferencesModel(CasesDb db, Words words) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var mine = await OwnAsync(cancel);
        Input = new() { Turn = Of(News.Turn), Done = Of(News.Done), Message = Of(News.Message), Reminder = Of(News.Reminder) };

        Way Of(News news) => mine.Find(row => row.News == news)?.Way ?? Way.Now;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var mine = await OwnAsync(cancel);
        foreach (var (news, way) in new[] { (News.Turn, Input.Turn), (News.Done, Input.Done), (News.Message, Input.Message), (News.Reminder, Input.Reminder) })
        {
            if (mine.Find(row => row.News == news) is { } known) known.Way = way;
            else db.Add(new Preference { AccountId = User.AccountId(), News = news, Way = way });
        }

        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["Os avisos foram salvos."]);
        return RedirectToPage();
    }

    Task<List<Preference>> OwnAsync(CancellationToken cancel)
    {
        var me = User.AccountId();
        return db.Set<Preference>().Where(row => row.AccountId == me).ToListAsync(cancel);
    }

    internal sealed class Form
    {
        public Way Turn { get; set; }
        public Way Done { get; set; }
        public Way Message { get; set; }
        public Way Reminder { get; set; }
    }
}
