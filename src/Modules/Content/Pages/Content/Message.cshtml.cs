using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain;
using Percurso.Content.Mail;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Security;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Content.Pages.Content;

/// <summary>One message, read before anything is done about it: seen, answered by letter, put aside as spam or taken back.</summary>
[Authorize(Policy = ContentPermissions.ReadMessages)]
sealed class MessageModel(ContentDb db, IPost post, IFindPeople people, PublicUrl url, TimeProvider clock, Words words) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Message Message { get; private set; } = null!;

    /// <summary>Who answered, where they still have an account.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>Only the form that answers has it, so it is bound by that form's handler and not by all.</summary>
    public Form Input { get; } = new();

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (await db.Messages.SingleOrDefaultAsync(message => message.Id == Id, cancel) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        Message = found;
        if (found.AnsweredBy is { } by) AnsweredBy = (await people.ByIdAsync([by], cancel)).GetValueOrDefault(by)?.Name;
        await next();
    }

    public Task<IActionResult> OnPostReadAsync(CancellationToken cancel) =>
        DoAsync(message => message.Read(Now), words["A mensagem está marcada como lida."], cancel);

    public Task<IActionResult> OnPostSpamAsync(CancellationToken cancel) =>
        DoAsync(message => message.PutAside(Now), words["A mensagem foi para o spam; você a encontra pelo filtro."], cancel);

    public Task<IActionResult> OnPostNotSpamAsync(CancellationToken cancel) =>
        DoAsync(message => message.TakeBack(), words["A mensagem voltou para a lista."], cancel);

    public async Task<IActionResult> OnPostAnswerAsync([Bind(Prefix = nameof(Input))] Form input, CancellationToken cancel)
    {
        using var together = Together.Begin();
        Message.Reply(input.Answer.Trim(), User.AccountId(), Now);
        await db.SaveChangesAsync(cancel);
        await post.SendAsync(
            new MessageAnsweredLetter(Message.Name, Message.Answer!, Message.Text, url.To("/")),
            new(Message.Email, Message.Name, CultureInfo.GetCultureInfo(Message.Culture)), cancel);
        together.Complete();
        TempData.Confirm(words["A resposta vai para {0}.", Message.Email]);
        return RedirectToPage();
    }

    async Task<IActionResult> DoAsync(Action<Message> act, string said, CancellationToken cancel)
    {
        act(Message);
        await db.SaveChangesAsync(cancel);
        TempData.Confirm(said);
        return RedirectToPage();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva a resposta.")]
        [StringLength(Message.TextLength, ErrorMessage = "A resposta passa de 5.000 letras. Encurte-a, ou responda em duas.")]
        public string Answer { get; set; } = "";
    }
}
