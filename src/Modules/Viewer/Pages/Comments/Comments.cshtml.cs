using System.ComponentModel.DataAnnotations;
using System.Text.Json;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;
using Percurso.Viewer.Contracts;
using Percurso.Viewer.Data;
using Percurso.Viewer.Domain;
using Percurso.Viewer.Serving;

namespace Percurso.Viewer.Pages.Comments;

/// <summary>What was said of a version, for who cannot or would not see it in the model; the viewer's own forms post here too.</summary>
[Authorize]
sealed class CommentsModel(Viewers viewers, IComments comments, ViewerDb db, TimeProvider clock, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Version { get; set; }

    public Form Input { get; set; } = new();

    public VersionView Shown { get; private set; } = null!;

    public ViewRights Rights { get; private set; }

    public string Path { get; private set; } = "";

    public ViewerFrame Frame { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (await viewers.FindAsync(User, Version, cancel) is not var (shown, rights, owner))
        {
            context.Result = NotFound();
            return;
        }

        (Shown, Rights, Path) = (shown, rights, await owner.PathOfAsync(shown.SubjectId, Version, cancel));
        if (context.HandlerMethod?.HttpMethod == "Post" && !rights.HasFlag(ViewRights.Comment)) context.Result = Forbid();
        else await next();
    }

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "Input")] Form input, CancellationToken cancel)
    {
        Input = input;
        // Two who comment at once wait for each other, so that each has a number of its own.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select id from viewer.model_version where id = {Version} for update", cancel);
        var number = 1 + (await db.Comments.Where(one => one.VersionId == Version).MaxAsync(one => (int?)one.Number, cancel) ?? 0);
        db.Add(Comment.Say(Version, number, input.Text, Read(input.Pin), User.AccountId(), IsCompany, Now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        TempData.Confirm(words["O comentário {0} está no modelo.", number]);
        return Redirect($"{Path}#comentario-{number}");
    }

    public Task<IActionResult> OnPostReplyAsync(Guid comment, [FromForm(Name = "Reply")] ReplyForm reply, CancellationToken cancel) =>
        ActAsync(comment, one => one.Answer(reply.Text, User.AccountId(), IsCompany, Now), cancel);

    public Task<IActionResult> OnPostCloseAsync(Guid comment, CancellationToken cancel) => ActAsync(comment, one => Closed(one).Close(User.AccountId(), Now), cancel);

    public Task<IActionResult> OnPostOpenAsync(Guid comment, CancellationToken cancel) => ActAsync(comment, one => Closed(one).OpenAgain(), cancel);

    public async Task ShowAgainAsync(CancellationToken cancel) =>
        Frame = new(Shown, null, await comments.OfAsync(Version, cancel), Rights, "");

    bool IsCompany => Rights.HasFlag(ViewRights.Company);

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The company closes its own; the dentist's side any.</summary>
    Comment Closed(Comment one) => Rights.HasFlag(ViewRights.CloseAny) || one.ByCompany == IsCompany
        ? one
        : throw new RuleBrokenException("Este comentário é do dentista; é ele quem o resolve. Responda a ele aqui.");

    async Task<IActionResult> ActAsync(Guid id, Action<Comment> verb, CancellationToken cancel)
    {
        if (await db.WholeComments.SingleOrDefaultAsync(one => one.Id == id && one.VersionId == Version, cancel) is not { } found) return NotFound();

        verb(found);
        await db.SaveChangesAsync(cancel);
        return Redirect($"{Path}#comentario-{found.Number}");
    }

    /// <summary>What the viewer wrote: the layer, the place, the view. Nothing of it is believed but its shape.</summary>
    static PinnedAt Read(string? pin)
    {
        if (string.IsNullOrWhiteSpace(pin)) return new(null, null, null, null, null);

        try
        {
            using var read = JsonDocument.Parse(pin, new() { MaxDepth = 8 });
            var root = read.RootElement;
            var at = root.GetProperty("at").ValueKind == JsonValueKind.Array ? root.GetProperty("at").EnumerateArray().Select(number => number.GetDouble()).ToArray() : null;
            if (at is not (null or [_, _, _])) throw new JsonException();
            return new(
                root.TryGetProperty("layer", out var layer) && layer.ValueKind == JsonValueKind.String ? layer.GetGuid() : null, at?[0], at?[1], at?[2],
                root.TryGetProperty("view", out var view) && view.ValueKind == JsonValueKind.Object ? view.GetRawText() : null);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new RuleBrokenException("O lugar do comentário não foi entendido. Marque-o de novo no modelo.") { Field = "Input.Pin" };
        }
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o comentário.")]
        [StringLength(Comment.TextLength, ErrorMessage = "O comentário passa de 2.000 letras. Divida-o em dois.")]
        public string Text { get; set; } = "";

        [StringLength(Comment.ViewLength, ErrorMessage = "O lugar do comentário não foi entendido. Marque-o de novo no modelo.")]
        public string? Pin { get; set; }
    }

    internal sealed class ReplyForm
    {
        [Required(ErrorMessage = "Escreva a resposta.")]
        [StringLength(Comment.TextLength, ErrorMessage = "A resposta passa de 2.000 letras. Divida-a em duas.")]
        public string Text { get; set; } = "";
    }
}
