using Percurso.Kernel.Web;

namespace Percurso.Kernel.Mail;

/// <summary>How letters leave, as the operator configured it, for the administration to show.</summary>
/// <param name="Server">Host and port; null where letters stay on the site.</param>
/// <param name="From">The address letters come from.</param>
public sealed record MailRoute(string? Server, string From)
{
    internal static MailRoute Of(MailOptions options, PublicUrl url) =>
        new(options.Smtp is { } smtp ? $"{smtp.Host}:{smtp.Port}" : null, options.From ?? $"nao-responda@{url.Host}");
}
