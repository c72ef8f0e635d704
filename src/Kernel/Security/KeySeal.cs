using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Percurso.Kernel.Security;

/// <summary>
/// Seals the key ring with a secret of the operator's (<c>Keys:Secret</c>), so that a stolen copy of the database signs nobody
/// in: AES-256-GCM under a key drawn from the secret by HKDF (RFC 5869).
/// </summary>
sealed class KeySeal(string secret) : IXmlEncryptor
{
    const int NonceLength = 12;
    const int TagLength = 16;

    readonly byte[] key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "percurso key ring"u8.ToArray());

    /// <exception cref="StartRefusedException">In Production there is none, or it is short.</exception>
    public static KeySeal? Of(IConfiguration configuration, IHostEnvironment environment) => configuration["Keys:Secret"] switch
    {
        { Length: >= 32 } secret => new(secret),
        null or "" when !environment.IsProduction() => null,
        _ => throw new StartRefusedException("Set Keys:Secret to a random text of 32 characters or more, the same on every node: it seals the keys that sign people's sessions."),
    };

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var whole = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(whole.AsSpan(0, NonceLength));

        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(whole.AsSpan(0, NonceLength), plain, whole.AsSpan(NonceLength, plain.Length), whole.AsSpan(^TagLength..));
        return new(new XElement("sealed", Convert.ToBase64String(whole)), typeof(Opener));
    }

    /// <exception cref="CryptographicException">It was sealed with another secret, or altered.</exception>
    XElement Open(XElement sealedElement)
    {
        var whole = Convert.FromBase64String(sealedElement.Value);
        var plain = new byte[whole.Length - NonceLength - TagLength];

        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(whole.AsSpan(0, NonceLength), whole.AsSpan(NonceLength, plain.Length), whole.AsSpan(^TagLength..), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    /// <summary>Made by the framework, by the name stored with each key.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        readonly KeySeal? seal = Of(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<IHostEnvironment>());

        public XElement Decrypt(XElement encryptedElement) =>
            (seal ?? throw new CryptographicException("The key ring is sealed, and no Keys:Secret is configured.")).Open(encryptedElement);
    }
}
