using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Content.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Content.Pages.Content;

[Authorize(Policy = ContentPermissions.ReadMessages)]
sealed class MessagesModel(ContentDb db) : PageModel
{
    public const int Size = 25;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(Name = "estado", SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(Name = "pagina", SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var found = Matching();
        Total = await found.CountAsync(cancel);
        PageNumber = Paging.Within(PageNumber, Size, Total);
        Lines = await found.OrderByDescending(message => message.LeftAt).ThenByDescending(message => message.Id)
            .Skip((PageNumber - 1) * Size).Take(Size)
            .Select(message => new Line(message.Id, message.Name, message.Text.Substring(0, 90), message.LeftAt,
                message.SpamAt != null ? MessageState.Spam : message.AnsweredAt != null ? MessageState.Answered : message.ReadAt != null ? MessageState.Read : MessageState.New))
            .ToListAsync(cancel);
    }

    IQueryable<Message> Matching()
    {
        var messages = db.Messages.AsNoTracking();
        messages = State switch
        {
            "novas" => messages.Where(message => message.SpamAt == null && message.ReadAt == null),
            "lidas" => messages.Where(message => message.SpamAt == null && message.ReadAt != null && message.AnsweredAt == null),
            "respondidas" => messages.Where(message => message.SpamAt == null && message.AnsweredAt != null),
            "spam" => messages.Where(message => message.SpamAt != null),
            _ => messages.Where(message => message.SpamAt == null),
        };
        return string.IsNullOrWhiteSpace(Search)
            ? messages
            : messages.Where(message => Sql.Plain(message.Name + " " + message.Email + " " + message.Text).Contains(Sql.Plain(Search.Trim())));
    }

    internal sealed record Line(Guid Id, string Name, string Beginning, DateTime LeftAt, MessageState State);

    internal enum MessageState { New, Read, Answered, Spam }
}
