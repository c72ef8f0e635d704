using System.Security.Cryptography;
using System.Xml.Linq;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

using Percurso.Kernel.Security;

namespace Percurso.Domain.Tests.Security;

public sealed class KeySealTests
{
    const string Secret = "um segredo bem comprido de quem opera";

    static readonly XElement Key = XElement.Parse("<key id='1'><value>abc</value></key>");

    [Fact]
    public void What_was_sealed_opens_with_the_same_secret_and_shows_nothing_without()
    {
        var written = new KeySeal(Secret).Encrypt(Key).EncryptedElement;

        Assert.DoesNotContain("abc", written.ToString(), StringComparison.Ordinal);
        Assert.True(XNode.DeepEquals(Key, OpenerWith(Secret).Decrypt(written)));
    }

    [Fact]
    public void Another_secret_does_not_open_it() =>
        Assert.ThrowsAny<CryptographicException>(() => OpenerWith(Secret + "!").Decrypt(new KeySeal(Secret).Encrypt(Key).EncryptedElement));

    [Fact]
    public void What_was_altered_does_not_open()
    {
        var written = new KeySeal(Secret).Encrypt(Key).EncryptedElement;
        var bytes = Convert.FromBase64String(written.Value);
        bytes[20] ^= 1;
        written.Value = Convert.ToBase64String(bytes);

        Assert.ThrowsAny<CryptographicException>(() => OpenerWith(Secret).Decrypt(written));
    }

    static KeySeal.Opener OpenerWith(string secret) => new(new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Keys:Secret", secret)]).Build())
        .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Production" })
        .BuildServiceProvider());
}
