using System.Net.Mail;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

using Percurso.Kernel.Data;
using Percurso.Kernel.Settings;

namespace Percurso.Kernel.Mail;

/// <summary>
/// Carries letters out, one at a time. It signs a letter out before it goes and signs it off when it is back; one that never
/// came back (the node was killed) is signed out again a little later, with the same Message-ID.
/// </summary>
sealed class Courier(
    IServiceScopeFactory scopes, Bell bell, Transport transport, IOptions<MailOptions> options, TimeProvider clock, ILogger<Courier> log)
    : BackgroundService
{
    public const string Letters = "letters";
    public const int Attempts = 12;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Loop.RunAsync(bell, Letters, NextAsync, clock, log, stoppingToken);

    /// <summary>False when no letter waits.</summary>
    public async Task<bool> NextAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        if (await SignOutAsync(db, cancel) is not { } letter) return false;

        var company = await scope.ServiceProvider.GetRequiredService<ISettings>().FindAsync<Company>(cancel);
        var error = await TryAsync(letter, company?.SiteName ?? "Percurso", cancel);
        letter.Log.Add(new() { At = Now, Error = error });

        if (error is null) letter.SentAt = Now;
        else if (letter.Attempts >= Attempts) letter.GivenUpAt = Now;
        else letter.NotBefore = Now + DelayAfter(letter.Attempts);
        await db.SaveChangesAsync(cancel);

        log.LogInformation("Letter {Letter} ({Id}): {Outcome}.", letter.Name, letter.Id, error is null ? "sent" : letter.GivenUpAt is null ? "put off" : "given up");
        return true;
    }

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    async Task<LetterRow?> SignOutAsync(KernelDb db, CancellationToken cancel)
    {
        var back = Now + options.Value.SendTimeout * 4 / 3;
        return (await db.Letters.FromSql(
            $"""
            update kernel.letter set attempts = attempts + 1, not_before = {back}
            where id = (select id from kernel.letter
                        where sent_at is null and given_up_at is null and not_before <= {Now}
                        order by not_before limit 1 for update skip locked)
            returning *
            """).ToListAsync(cancel)).SingleOrDefault();
    }

    async Task<string?> TryAsync(LetterRow letter, string siteName, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.Value.SendTimeout);
        try
        {
            await transport.SendAsync(letter, siteName, limit.Token);
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"The mail server did not answer within {options.Value.SendTimeout.TotalSeconds:0} s.";
        }
        catch (Exception refused) when (refused is SmtpException or IOException or UnauthorizedAccessException or FormatException)
        {
            var code = refused is SmtpException { StatusCode: > 0 } answer ? $"{(int)answer.StatusCode} " : "";
            return $"{code}{refused.Message} {refused.InnerException?.Message}".Trim();
        }
    }

    /// <summary>10 seconds, then four times as long each time, at most three hours: about a day in all.</summary>
    internal static TimeSpan DelayAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(3 * 3600, 10 * Math.Pow(4, attempts - 1)));
}
