using Microsoft.EntityFrameworkCore;

using Percurso.Content.Data;
using Percurso.Content.Domain;
using Percurso.Kernel.Jobs;

namespace Percurso.Content.Jobs;

/// <summary>Removes what visitors wrote once it is as old as the privacy policy lets it become; spam after a month.</summary>
sealed class ForgetOldMessages(ContentDb db, TimeProvider clock) : IJob
{
    static readonly TimeSpan spamLife = TimeSpan.FromDays(30);

    public static JobSchedule When => JobSchedule.DailyAt(3, 40);

    public Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (oldest, oldestSpam) = (now - Message.Life, now - spamLife);
        return db.Messages.Where(message => message.LeftAt < oldest || message.SpamAt < oldestSpam).ExecuteDeleteAsync(cancel);
    }
}
