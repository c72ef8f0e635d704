using System.Net;

using Percurso.Testing;
using Percurso.Testing.Mail;

namespace Percurso.Tests.Mail;

public sealed class EncryptedMailTests(EncryptedMailTests.EncryptedSite site) : IClassFixture<EncryptedMailTests.EncryptedSite>
{
    public sealed class EncryptedSite : Site
    {
        public EncryptedSite()
        {
            Mail.Encrypts = true;
            Mail.Account = new NetworkCredential("percurso", "segredo");
        }

        protected override IEnumerable<KeyValuePair<string, string>> Configuration =>
            [new("Mail:Smtp:StartTls", "true"), new("Mail:Smtp:User", "percurso"), new("Mail:Smtp:Password", "segredo")];
    }

    [Fact]
    public async Task A_letter_goes_out_encrypted_and_signed_in()
    {
        using var trust = Trust.In(site.Mail.Certificate);

        var form = (await site.Visitor().GetAsync("/contato")).Form();
        await form.Fill("Input.Name", "Ana").Fill("Input.Email", "tls@exemplo.com.br").Fill("Input.Text", "Olá").SendAsync();

        await Eventually.IsAsync("the letter", () => site.Mail.Letters.FirstOrDefault(letter => letter.To.Contains("tls@exemplo.com.br")));
    }
}
