using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Media;

namespace Percurso.Content.Pages.Media;

/// <summary>The library as the field <c>_MediaPicker</c> shows it in a dialog: only what may be put on a page.</summary>
[Authorize(Policy = ContentPermissions.ManageMedia)]
sealed class ChooseModel(ContentDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Shelf Shelf { get; set; } = new();

    public Shelf.Contents Contents { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Contents = await Shelf.ReadAsync(db, cancel, ready: true);

    /// <summary>What the address of a neighbouring part says.</summary>
    public Dictionary<string, string> Turned(int by)
    {
        var query = Request.Query.Where(pair => pair.Key != "pagina").ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        query["pagina"] = (Contents.PageNumber + by).ToString(CultureInfo.InvariantCulture);
        return query;
    }
}
