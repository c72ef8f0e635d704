using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Blocks;
using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Content.Editing;
using Percurso.Content.Publishing;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Content.Editing;

/// <summary>
/// The editor of one page. Its form saves the draft; a script sends the same form every few seconds and is answered with JSON or
/// the list of blocks, so that without script all works by its buttons.
/// </summary>
[Authorize(Policy = ContentPermissions.EditPages), RequestFormLimits(ValueCountLimit = 8192)]
sealed class EditModel(ContentDb db, BlockKinds kinds, SaveDraft save, PublishPage publish, Words words, TimeZoneInfo zone, TimeProvider clock)
    : PageModel, IShowAgain
{
    public SitePage Shown { get; private set; } = null!;

    public PageForm Form { get; private set; } = null!;

    public IReadOnlyCollection<BlockType> Kinds => kinds.All;

    /// <summary>The page in other languages, and null where it is missing.</summary>
    public IReadOnlyDictionary<string, Guid> Translations { get; private set; } = new Dictionary<string, Guid>();

    public When PublishAt { get; private set; } = new();

    public When UnpublishAt { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pages.SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } found) return NotFound();

        Show(found);
        (PublishAt, UnpublishAt) = (new() { At = Local(found.PublishAt) }, new() { At = Local(found.UnpublishAt) });
        await ShowAgainAsync(cancel);
        return Page();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        if (Shown is null) Show(await db.Pages.AsNoTracking().SingleAsync(page => page.Id == Guid.Parse(RouteData.Values["id"]!.ToString()!), cancel));
        Translations = await db.Pages.Where(page => page.GroupId == Shown!.GroupId && page.Id != Shown.Id).ToDictionaryAsync(page => page.Culture, page => page.Id, cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? act, bool renew, CancellationToken cancel)
    {
        if (await db.Pages.SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } found) return NotFound();

        Show(found);
        Form = PageForm.Read(Request.Form, found.Draft, kinds, words);
        if (Form.Errors.Count > 0) return await RefusedAsync(cancel);

        var at = Form.Act(act ?? "", kinds);
        var saved = await save.AsAsync(id, Form.Content, Form.From, User.AccountId(), cancel);
        Shown = saved.Page;
        Form.From = saved.Page.DraftNumber;
        if (IsScript) return act is { Length: > 0 } and not "save" && saved.IsTaken ? Partial("_Blocks", Form) : new JsonResult(new { draft = saved.Page.DraftNumber, collided = saved.Words });
        if (!saved.IsTaken)
        {
            TempData.Warn(saved.Words!);
            return RedirectToPage("Versions", new { id });
        }

        if (act == "publish")
        {
            await publish.NowAsync(saved.Page, User.AccountId(), renew, cancel);
            TempData.Confirm(words["A página está no ar."]);
        }
        else if (act is null or "save") TempData.Confirm(words["O rascunho está salvo."]);
        return RedirectToPage(null, null, new { id }, at is null ? null : $"b-{at}");
    }

    public async Task<IActionResult> OnPostPublishAtAsync(Guid id, When publishAt, CancellationToken cancel)
    {
        PublishAt = publishAt;
        return await ScheduleAsync(id, page => (Utc(publishAt.At), page.UnpublishAt), publishAt.At is null ? words["A página não será publicada sozinha."] : words["A página será publicada na hora marcada."], cancel);
    }

    public async Task<IActionResult> OnPostUnpublishAtAsync(Guid id, When unpublishAt, CancellationToken cancel)
    {
        UnpublishAt = unpublishAt;
        return await ScheduleAsync(id, page => (page.PublishAt, Utc(unpublishAt.At)), unpublishAt.At is null ? words["A página fica no ar."] : words["A página sairá do ar na hora marcada."], cancel);
    }

    public async Task<IActionResult> OnPostUnpublishAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Pages.SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } found) return NotFound();

        found.Unpublish();
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(words["A página saiu do ar. O rascunho continua aqui; publique de novo quando quiser."]);
        return RedirectToPage(new { id });
    }

    async Task<IActionResult> ScheduleAsync(Guid id, Func<SitePage, (DateTime? Publish, DateTime? Unpublish)> dates, string done, CancellationToken cancel)
    {
        if (await db.Pages.SingleOrDefaultAsync(page => page.Id == id, cancel) is not { } found) return NotFound();

        var (publishAt, unpublishAt) = dates(found);
        found.Schedule(publishAt, unpublishAt, User.AccountId(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(done);
        return RedirectToPage(new { id });
    }

    /// <summary>Says that the person is here, and hears who else is.</summary>
    public async Task<IActionResult> OnPostHereAsync(Guid id, int from, [FromServices] WhoIsHere here, CancellationToken cancel) =>
        await here.SayAsync(id, User.AccountId(), from, cancel) is { } notice ? new JsonResult(notice) : NotFound();

    async Task<IActionResult> RefusedAsync(CancellationToken cancel)
    {
        if (IsScript) return new JsonResult(new { errors = Form.Errors }) { StatusCode = StatusCodes.Status422UnprocessableEntity };

        foreach (var (field, sentence) in Form.Errors) ModelState.AddModelError(field, sentence);
        await ShowAgainAsync(cancel);
        return this.Refused();
    }

    bool IsScript => Request.Headers["X-Requested-With"] == "editor";

    void Show(SitePage page)
    {
        Shown = page;
        Form ??= PageForm.Of(page);
    }

    DateTime? Utc(DateTime? local) => local is { } at ? TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), zone) : null;

    DateTime? Local(DateTime? utc) => utc is { } at ? TimeZoneInfo.ConvertTimeFromUtc(at, zone) : null;

    /// <summary>An hour in the company's time zone, as one chooses it; null for none.</summary>
    internal sealed class When
    {
        public DateTime? At { get; set; }
    }
}
