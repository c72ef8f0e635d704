using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Security;
using Percurso.Viewer.Contracts;
using Percurso.Viewer.Data;

namespace Percurso.Viewer.Domain;

sealed class CommentsOfVersions(ViewerDb db, IPeople people) : IComments
{
    readonly Dictionary<Guid, string> names = [];

    public Task<int> CountOpenAsync(Guid version, CancellationToken cancel) => db.Comments.CountAsync(one => one.VersionId == version && one.ClosedAt == null, cancel);

    public async Task<IReadOnlyList<CommentView>> OfAsync(Guid version, CancellationToken cancel)
    {
        var all = await db.WholeComments.AsNoTracking().Where(one => one.VersionId == version).OrderBy(one => one.Number).ToListAsync(cancel);
        var views = new List<CommentView>();
        foreach (var one in all)
        {
            var replies = new List<ReplyView>();
            foreach (var reply in one.Replies) replies.Add(new(await NameAsync(reply.By, cancel), reply.ByCompany, reply.At, reply.Text));
            views.Add(new(
                one.Id, one.Number, one.By, await NameAsync(one.By, cancel), one.ByCompany, one.At, one.Text, one.LayerId,
                one is { X: { } x, Y: { } y, Z: { } z } ? [x, y, z] : null, one.View, one.ClosedAt, one.ClosedBy is { } by ? await NameAsync(by, cancel) : null, replies));
        }

        return views;
    }

    async Task<string> NameAsync(Guid account, CancellationToken cancel) =>
        names.TryGetValue(account, out var known) ? known : names[account] = await people.NameOfAsync(account, cancel) ?? "";
}
