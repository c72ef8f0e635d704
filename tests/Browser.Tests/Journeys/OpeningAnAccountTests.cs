using System.IO.Compression;

using Microsoft.Playwright;

using Percurso.Accounts.Security;
using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

public sealed class OpeningAnAccountTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    const string Password = "uma frase bem longa";

    [Theory]
    [InlineData("pt-BR", "mouse")]
    [InlineData("en", "keyboard")]
    public async Task A_dentist_signs_up_founds_a_clinic_adds_factors_signs_in_with_each_invites_an_assistant_and_downloads_their_data(string language, string hand)
    {
        await using var tab = await Tab.OpenAsync(site, language, hand);
        await Authenticator.AddAsync(tab);
        var pages = new AccountPages(tab, site);
        var email = $"{hand}@example.com";

        await SignUpAsync(tab, pages, email);
        await SignInAsync(tab, pages, email);
        await tab.Page.WaitForURLAsync("**/inicio");
        await tab.ShowAsync("home-of-a-newcomer");
        await FillRecordAsync(tab, pages);
        await FoundClinicAsync(tab, pages);

        await tab.Page.GotoAsync("/conta");
        var secret = await TurnTwoFactorOnAsync(tab, pages);
        await SignOutAsync(tab);
        await SignInAsync(tab, pages, email);
        await tab.Page.WaitForURLAsync("**/entrar/codigo*");
        await tab.ShowAsync("second-factor");
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await tab.Hand.WriteAsync(pages.Named("Input.Code"), CodeOf(secret));
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.WaitForURLAsync("**/inicio");

        await AddPasskeyAsync(tab, pages);
        await SignOutAsync(tab);
        await tab.Page.GotoAsync("/entrar");
        await tab.Hand.PressAsync(tab.Page.Locator("form[data-passkey] button"));
        await tab.Page.WaitForURLAsync("**/inicio");

        await InviteAssistantAsync(tab, pages, $"assistente-{hand}@example.com");
        await LookAtSessionsAsync(tab, pages);
        await DownloadAsync(tab, pages);
    }

    static async Task SignUpAsync(Tab tab, AccountPages pages, string email)
    {
        await tab.Page.GotoAsync("/cadastro");
        await tab.ShowAsync("sign-up");
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.Locator(".error-summary").WaitForAsync();
        await tab.ShowAsync("sign-up-refused");

        await pages.SignUpAsync("Lia Prado", email, Password);
        await tab.Page.WaitForURLAsync("**/cadastro/enviado");
        await tab.ShowAsync("sign-up-sent");

        await pages.FollowLetterAsync(email);
        await tab.ShowAsync("sign-up-confirm");
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.WaitForURLAsync("**/entrar");
    }

    static async Task SignInAsync(Tab tab, AccountPages pages, string email)
    {
        await tab.Page.GotoAsync("/entrar");
        await tab.Hand.WriteAsync(pages.Named("Input.Email"), email);
        await tab.Hand.WriteAsync(pages.Named("Input.Password"), Password);
        await tab.Hand.PressAsync(pages.MainButton);
    }

    static async Task SignOutAsync(Tab tab)
    {
        await tab.Hand.PressAsync(tab.Page.Locator("a[href='/sair']"));
        await tab.Page.WaitForURLAsync("**/sair");
        await tab.Hand.PressAsync(tab.Page.Locator("main form button"));
        await tab.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    static async Task FillRecordAsync(Tab tab, AccountPages pages)
    {
        await tab.Hand.PressAsync(tab.Page.Locator("main a[href='/conta']"));
        await tab.Page.WaitForURLAsync("**/conta");
        await tab.ShowAsync("record");
        await tab.Hand.WriteAsync(pages.Named("Input.Phone"), "(11) 98765-4321");
        await tab.Hand.WriteAsync(pages.Named("Input.TaxId"), "529.982.247-25");
        await tab.Hand.WriteAsync(pages.Named("Input.CroNumber"), "12345");
        await tab.Hand.ChooseAsync(pages.Named("Input.CroUf"), "SP");
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.Locator(".notice-ok").WaitForAsync();
        Assert.Equal("SP", await pages.Named("Input.CroUf").InputValueAsync());
    }

    static async Task FoundClinicAsync(Tab tab, AccountPages pages)
    {
        await tab.Hand.PressAsync(tab.Page.Locator("header a[href='/consultorios']"));
        await tab.Page.WaitForURLAsync("**/consultorios");
        await tab.ShowAsync("clinics-none");
        await tab.Hand.PressAsync(tab.Page.Locator("main a[href='/consultorios/novo']").First);
        await tab.Hand.WriteAsync(pages.Named("Input.Name"), "Prado Odontologia");
        await tab.Hand.WriteAsync(pages.Named("Input.Cnpj"), "12.ABC.345/01DE-35");
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.Locator("#enderecos").WaitForAsync();

        await tab.Hand.PressAsync(tab.Page.Locator("main a[href$='/enderecos/novo']"));
        await tab.Hand.WriteAsync(pages.Named("Input.Name"), "Recepção");
        await tab.Hand.WriteAsync(pages.Named("Input.Cep"), "80010-000");
        await tab.Hand.WriteAsync(pages.Named("Input.Street"), "Rua XV de Novembro");
        await tab.Hand.WriteAsync(pages.Named("Input.Number"), "200");
        await tab.Hand.WriteAsync(pages.Named("Input.District"), "Centro");
        await Assertions.Expect(pages.Named("Input.City")).ToHaveValueAsync("Curitiba");
        await Assertions.Expect(pages.Named("Input.Uf")).ToHaveValueAsync("PR");
        await tab.ShowAsync("new-address");
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.GetByText("Curitiba").WaitForAsync();
        await tab.ShowAsync("clinic");
    }

    /// <summary>Who has no account opens one by the letter's link, agrees to the texts and is at work.</summary>
    async Task InviteAssistantAsync(Tab tab, AccountPages pages, string email)
    {
        await tab.Hand.PressAsync(tab.Page.Locator("header a[href='/consultorios']"));
        await tab.Hand.PressAsync(tab.Page.Locator("main .card a").First);
        await tab.Hand.PressAsync(tab.Page.Locator("main a[href$='/convites']").First);
        await tab.Hand.WriteAsync(pages.Named("Input.Email"), email);
        await tab.Hand.PressAsync(tab.Page.Locator("input[type=radio][value='Assistant']"));
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.GetByRole(AriaRole.Rowheader, new() { Name = email }).WaitForAsync();
        await tab.ShowAsync("clinic-invitations");

        await using var theirs = await Tab.OpenAsync(site, tab.Language);
        var theirPages = new AccountPages(theirs, site);
        await theirPages.FollowLetterAsync(email, "/consultorios/convite/");
        await theirs.ShowAsync("clinic-invitation");
        await theirs.Hand.PressAsync(theirs.Page.Locator("main a.btn-primary"));
        await theirs.Hand.WriteAsync(theirPages.Named("Input.Name"), "Téo Lima");
        await theirs.Hand.WriteAsync(theirPages.Named("Input.Password"), Password);
        await theirs.ShowAsync("clinic-open-account");
        await theirs.Hand.PressAsync(theirPages.MainButton);
        await theirs.Page.WaitForURLAsync(SignInPage.IsIt);
        await SignInAsync(theirs, theirPages, email);
        await theirs.Page.WaitForURLAsync("**/conta/termos*");
        await theirs.ShowAsync("agree-first");
        await theirs.Hand.PressAsync(theirPages.Named("Agrees"));
        await theirs.Hand.PressAsync(theirPages.MainButton);
        await theirs.Page.WaitForURLAsync(url => !new Uri(url).AbsolutePath.StartsWith("/conta/termos", StringComparison.Ordinal));
        await theirs.Page.GotoAsync("/consultorios");
        await theirs.Page.GetByText("Prado Odontologia").First.WaitForAsync();
    }

    async Task<string> TurnTwoFactorOnAsync(Tab tab, AccountPages pages)
    {
        await pages.GoAsync("/conta/dois-fatores");
        await tab.ShowAsync("two-factor-off");
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.Locator("svg.qr").WaitForAsync();
        await tab.ShowAsync("two-factor-begin");

        var secret = (await tab.Page.Locator("main form code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await tab.Hand.WriteAsync(pages.Named("Code"), CodeOf(secret));
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.Locator(".recovery-codes").WaitForAsync();
        await tab.ShowAsync("recovery-codes");
        await tab.Hand.PressAsync(tab.Page.Locator("main .card a.btn"));
        await tab.Page.Locator(".btn-danger").WaitForAsync();
        await tab.ShowAsync("two-factor-on");
        return secret;
    }

    static async Task AddPasskeyAsync(Tab tab, AccountPages pages)
    {
        await tab.Page.GotoAsync("/conta");
        await pages.GoAsync("/conta/chaves");
        await tab.ShowAsync("passkeys-none");
        await tab.Hand.WriteAsync(pages.Named("Input.Name"), "Notebook");
        await tab.Hand.WriteAsync(pages.Named("Proof"), Password);
        await tab.Hand.PressAsync(pages.MainButton);
        await tab.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Notebook" }).WaitForAsync();
        await tab.ShowAsync("passkeys");
    }

    static async Task LookAtSessionsAsync(Tab tab, AccountPages pages)
    {
        await tab.Page.GotoAsync("/conta");
        await pages.GoAsync("/conta/email");
        await tab.ShowAsync("change-email");
        await pages.GoAsync("/conta/senha");
        await tab.ShowAsync("change-password");
        await pages.GoAsync("/conta/sessoes");
        await tab.ShowAsync("sessions");
    }

    static async Task DownloadAsync(Tab tab, AccountPages pages)
    {
        await pages.GoAsync("/conta/dados");
        await tab.ShowAsync("personal-data");
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Hand.PressAsync(tab.Page.Locator("a[download]")));
        await using var file = File.OpenRead(await download.PathAsync());
        await using var zip = new ZipArchive(file);
        Assert.Contains(zip.Entries, entry => entry.Name == "record.json");
    }

    string CodeOf(string secret) => AuthenticatorCodes.CodeAt(AuthenticatorCodes.FromBase32(secret), site.Clock.GetUtcNow().ToUnixTimeSeconds() / 30);
}
