using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Percurso.Testing.Mail;

/// <summary>
/// Lets this process believe certificates that test servers made for themselves, and no others. The callback is the only
/// place where System.Net.Mail can be told.
/// </summary>
public sealed class Trust : IDisposable
{
    static readonly ConcurrentDictionary<string, string> believed = new();
    readonly string thumbprint;

#pragma warning disable SYSLIB0014 // ServicePointManager is obsolete for HTTP only: SmtpClient reads it.
    static Trust() => ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        errors == SslPolicyErrors.None || (certificate is X509Certificate2 shown && believed.ContainsKey(shown.Thumbprint));
#pragma warning restore SYSLIB0014

    Trust(string thumbprint)
    {
        this.thumbprint = thumbprint;
        believed[thumbprint] = thumbprint;
    }

    /// <summary>Believed until the result is disposed.</summary>
    public static Trust In(X509Certificate2 certificate) => new(certificate.Thumbprint);

    public void Dispose() => believed.TryRemove(thumbprint, out _);
}
