using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

using Percurso.Kernel.Data;
using Percurso.Kernel.Jobs;

namespace Percurso.Kernel.Mail;

/// <summary>Empties letters that went out long ago: that they went is kept, what they said is not.</summary>
sealed class ForgetOldLetters(KernelDb db, IOptions<MailOptions> options, TimeProvider clock) : IJob
{
    public static JobSchedule When => JobSchedule.Every(TimeSpan.FromHours(12));

    public Task RunAsync(CancellationToken cancel)
    {
        var limit = clock.GetUtcNow().UtcDateTime.AddDays(-options.Value.KeepDays);
        return db.Letters.Where(row => row.WrittenAt < limit && row.Html != "").ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Html, "").SetProperty(row => row.Text, "").SetProperty(row => row.Calendar, (string?)null), cancel);
    }
}
