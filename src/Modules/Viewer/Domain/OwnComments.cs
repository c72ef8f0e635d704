using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Privacy;
using Percurso.Viewer.Data;

namespace Percurso.Viewer.Domain;

/// <summary>What the person wrote on models; the models are the patient's.</summary>
sealed class OwnComments(ViewerDb db) : IPersonalData
{
    public async IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return ("model-comments", await db.Comments.Where(one => one.By == account).OrderBy(one => one.At).Select(one => new { one.At, one.Text }).ToListAsync(cancel));
        yield return ("model-replies", await db.Set<Reply>().Where(one => one.By == account).OrderBy(one => one.At).Select(one => new { one.At, one.Text }).ToListAsync(cancel));
    }
}
