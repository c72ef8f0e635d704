using Microsoft.EntityFrameworkCore;

using Percurso.Content.Blocks;
using Percurso.Content.Data;
using Percurso.Kernel.Jobs;

namespace Percurso.Content.Jobs;

/// <summary>Puts pages on the air, and takes them off, at the hour somebody chose. One that meanwhile cannot be published stays a draft and its date is dropped.</summary>
sealed class PublishWhatIsDue(ContentDb db, BlockKinds kinds, TimeProvider clock) : IJob
{
    public static JobSchedule When => JobSchedule.Every(TimeSpan.FromMinutes(1));

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var page in await db.Pages.Where(page => page.PublishAt <= now || page.UnpublishAt <= now).ToListAsync(cancel))
        {
            page.KeepToSchedule(kinds.WordsOf(page.Draft), now);
            await db.SaveChangesAsync(cancel);
        }
    }
}
