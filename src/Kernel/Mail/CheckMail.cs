using System.Net.Sockets;

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Percurso.Kernel.Mail;

/// <summary>
/// Refuses to start in Production without a mail server, where letters would pile up unseen; says so when the one that is
/// configured does not answer, and starts all the same: letters wait for it.
/// </summary>
sealed class CheckMail(IOptions<MailOptions> options, IHostEnvironment environment, ILogger<CheckMail> log) : BeforeStart
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Smtp is not { } smtp)
        {
            if (environment.IsProduction() && !options.Value.StayHere)
                throw new StartRefusedException("No mail server is configured, so no letter could leave. Set Mail:Smtp:Host (and Port, User, Password), or Mail:StayHere=true to keep letters in the data folder.");
            return;
        }

        if (smtp.Host.Length == 0) throw new StartRefusedException("Mail:Smtp is configured without a host. Set Mail:Smtp:Host.");
        if (await WhyUnreachableAsync(smtp, cancellationToken) is { } reason)
            log.LogWarning("The mail server {Host}:{Port} cannot be reached ({Reason}). Check Mail:Smtp:Host and Mail:Smtp:Port; letters wait and go out when it answers.", smtp.Host, smtp.Port, reason);
    }

    static async Task<string?> WhyUnreachableAsync(SmtpOptions smtp, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            using var knock = new TcpClient();
            await knock.ConnectAsync(smtp.Host, smtp.Port, limit.Token);
            return null;
        }
        catch (SocketException refused)
        {
            return refused.Message;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"no answer within {Patience.TotalSeconds:0} s";
        }
    }
}
