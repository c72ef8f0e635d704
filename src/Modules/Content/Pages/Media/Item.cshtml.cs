using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Media;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Media;

/// <summary>One item of the library: what it shows, what must stay in sight, its versions and where it is used.</summary>
[Authorize(Policy = ContentPermissions.ManageMedia)]
[RequestSizeLimit(MediaForm.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = MediaForm.LargestRequest)]
sealed class ItemModel(ContentDb db, TakeMedia take, FindUses uses, IFindPeople people, Words words) : ItemPage(db, uses), IShowAgain
{
    public IReadOnlyList<SelectListItem> FoldersToChoose { get; private set; } = [];
    public IReadOnlyDictionary<Guid, KnownPerson> Uploaders { get; private set; } = new Dictionary<Guid, KnownPerson>();

    /// <summary>Only the form that describes has it, so it is bound by that form's handler and not by all.</summary>
    public Form Input { get; private set; } = new();

    public Task OnGetAsync(CancellationToken cancel)
    {
        Input = new()
        {
            Title = Item.Title,
            Alt = Item.Alt?.ByCulture["pt-BR"],
            AltEnglish = Item.Alt?.ByCulture.GetValueOrDefault("en"),
            FocalX = Item.FocalX,
            FocalY = Item.FocalY,
            Folder = Item.Folder,
        };
        return ShowAgainAsync(cancel);
    }

    public async Task<IActionResult> OnPostDescribeAsync([Bind(Prefix = nameof(Input))] Form input, CancellationToken cancel)
    {
        Item.Describe(input.Title.Trim(), input.AltIn(), input.FocalX, input.FocalY);
        Item.Move(input.Folder is { } folder && await Db.MediaFolders.AnyAsync(one => one.Path == folder, cancel) ? folder : "");
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O que você escreveu está guardado."]);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostReplaceAsync(List<IFormFile> files, CancellationToken cancel)
    {
        var (name, found) = await MediaForm.ReadAsync(files, cancel);
        await take.ReplaceAsync(Item, name, found, User.AccountId(), cancel);
        TempData.Confirm(words["A versão {0} está no lugar. Onde o item aparece, aparece a nova.", Item.Number]);
        return RedirectToPage(new { Id });
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Uploaders = await people.ByIdAsync(Item.Versions.Select(version => version.By).OfType<Guid>().Distinct(), cancel);
        var folders = await Db.MediaFolders.Select(folder => folder.Path).ToListAsync(cancel);
        FoldersToChoose = [new(words["Fora de pastas"], ""), .. folders.Order(StringComparer.CurrentCultureIgnoreCase).Select(path => new SelectListItem(path.Replace("/", " › ", StringComparison.Ordinal), path))];
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Dê um título ao item.")]
        [StringLength(MediaItem.TitleLength, ErrorMessage = "O título passa de 120 letras. Escreva-o mais curto.")]
        public string Title { get; set; } = "";

        [StringLength(MediaItem.AltLength, ErrorMessage = "A descrição passa de 300 letras. Diga só o que a imagem mostra.")]
        public string? Alt { get; set; }

        [StringLength(MediaItem.AltLength, ErrorMessage = "A descrição passa de 300 letras. Diga só o que a imagem mostra.")]
        public string? AltEnglish { get; set; }

        [Range(0, 100, ErrorMessage = "Escreva de 0 a 100.")]
        public int FocalX { get; set; } = 50;

        [Range(0, 100, ErrorMessage = "Escreva de 0 a 100.")]
        public int FocalY { get; set; } = 50;

        [StringLength(Folders.PathLength, ErrorMessage = "Escolha uma pasta da lista.")]
        public string? Folder { get; set; }

        public LocalText? AltIn()
        {
            if (string.IsNullOrWhiteSpace(Alt)) return null;

            var texts = new Dictionary<string, string> { ["pt-BR"] = Alt.Trim() };
            if (!string.IsNullOrWhiteSpace(AltEnglish)) texts["en"] = AltEnglish.Trim();
            return new(texts);
        }
    }
}
