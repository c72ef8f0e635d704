using System.Security.Cryptography;

using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Percurso.Accounts.Security;

/// <summary>What a link proves: about whom, and what must still be so for it to count.</summary>
sealed record Seal(Guid Subject, string Stamp);

/// <summary>Seals what goes into the links of letters. Unlike the framework's own, these expire by the site's clock.</summary>
sealed class Seals(IDataProtectionProvider protection, TimeProvider clock)
{
    public string Make(string purpose, Seal seal, TimeSpan lifetime)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write((clock.GetUtcNow() + lifetime).UtcTicks);
            writer.Write(seal.Subject.ToByteArray());
            writer.Write(seal.Stamp);
        }

        return WebEncoders.Base64UrlEncode(ProtectorOf(purpose).Protect(bytes.ToArray()));
    }

    /// <summary>Null for one that was altered, made for something else, or has expired.</summary>
    public Seal? Read(string purpose, string? text)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(ProtectorOf(purpose).Unprotect(WebEncoders.Base64UrlDecode(text ?? ""))));
            return reader.ReadInt64() > clock.GetUtcNow().UtcTicks ? new(new(reader.ReadBytes(16)), reader.ReadString()) : null;
        }
        catch (Exception altered) when (altered is CryptographicException or FormatException)
        {
            return null;
        }
    }

    IDataProtector ProtectorOf(string purpose) => protection.CreateProtector("accounts.seal", purpose);
}
