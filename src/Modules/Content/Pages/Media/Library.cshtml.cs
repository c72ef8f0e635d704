using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Media;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Media;

/// <summary>A folder of the library, or what was searched for in all of them; files are sent into the folder that is open.</summary>
[Authorize(Policy = ContentPermissions.ManageMedia)]
[RequestSizeLimit(MediaForm.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = MediaForm.LargestRequest)]
sealed class LibraryModel(ContentDb db, TakeMedia take, Words words) : PageModel, IShowAgain
{
    [BindProperty(SupportsGet = true)]
    public Shelf Shelf { get; set; } = new();

    public Shelf.Contents Contents { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Contents = await Shelf.ReadAsync(db, cancel);

    public Task ShowAgainAsync(CancellationToken cancel) => OnGetAsync(cancel);

    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, CancellationToken cancel)
    {
        var (name, found) = await MediaForm.ReadAsync(files, cancel);
        var item = await take.AddAsync(name, found, await Shelf.ExistingFolderAsync(db, cancel), User.AccountId(), cancel);
        TempData.Confirm(item.Kind == MediaKind.Picture
            ? words["A imagem está na biblioteca. Diga agora o que ela mostra."]
            : words["O PDF está na biblioteca. Confira o título."]);
        return RedirectToPage("Item", new { item.Id });
    }

    public async Task<IActionResult> OnPostFolderAsync(string? name, CancellationToken cancel)
    {
        var folder = NewFolder(await Shelf.ExistingFolderAsync(db, cancel), name ?? "");
        await take.KeepFolderAsync(folder, cancel);
        return RedirectToPage(new { pasta = folder });
    }

    static string NewFolder(string parent, string name)
    {
        try
        {
            return Folders.Within(parent, name);
        }
        catch (RuleBrokenException refused)
        {
            throw new RuleBrokenException(refused.Words, [.. refused.Arguments]) { Field = "name" };
        }
    }
}
