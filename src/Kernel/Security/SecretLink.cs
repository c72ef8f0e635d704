using System.Globalization;
using System.Security.Cryptography;

using Microsoft.AspNetCore.DataProtection;

namespace Percurso.Kernel.Security;

/// <summary>
/// The secret part of an address, made from what it is for, so that nothing of it is stored: keys, and the number of an edition, since
/// a new edition makes those before useless. Every node reads what any made.
/// </summary>
/// <param name="protection">The keys all nodes share.</param>
/// <param name="purpose">Whose addresses these are, <c>payments.sponsor</c>: nobody else can read them, so it is never renamed.</param>
public sealed class SecretLink(IDataProtectionProvider protection, string purpose)
{
    readonly IDataProtector protector = protection.CreateProtector(purpose);

    public string Of(int edition, params ReadOnlySpan<Guid> keys)
    {
        var parts = "";
        foreach (var key in keys) parts += $"{key:N}.";
        return protector.Protect(parts + edition.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The keys in their order and the edition; null when nobody here made it.</summary>
    public (IReadOnlyList<Guid> Keys, int Edition)? Read(string secret)
    {
        try
        {
            var parts = protector.Unprotect(secret).Split('.');
            return ([.. parts[..^1].Select(part => Guid.ParseExact(part, "N"))], int.Parse(parts[^1], CultureInfo.InvariantCulture));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
