using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Content.Caching;
using Percurso.Content.Publishing;
using Percurso.Kernel.Web;

namespace Percurso.Content.Pages.Content.Site;

/// <summary>Every institutional page: asked last, when no other route knows the address.</summary>
[AllowAnonymous, KeepRendered, InPageLanguage]
sealed class ShowModel(LivePages pages) : PageModel
{
    public LivePage Shown { get; private set; } = null!;

    /// <summary>The same page's paths by language.</summary>
    public IReadOnlyDictionary<string, string> Languages { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await pages.AtAsync(Request.Path, cancel) is not { } found)
            return await pages.RedirectAsync(Request.Path, cancel) is { } target ? LocalRedirectPermanent($"{target}{Request.QueryString}") : NotFound();
        if (found.Path != Request.Path) return LocalRedirectPermanent($"{found.Path}{Request.QueryString}");

        Shown = found;
        Languages = await pages.TranslationsAsync(found, cancel);
        HttpContext.Features.Set(new TranslatedAddresses(Languages));
        return Page();
    }
}
