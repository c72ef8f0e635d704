using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

public sealed class WritingToTheCompanyTests(ListeningSite site) : IClassFixture<ListeningSite>
{
    [Theory]
    [InlineData("pt-BR", "mouse")]
    [InlineData("en", "keyboard")]
    public async Task A_visitor_writes_and_the_staff_reads_it_and_the_letter(string language, string hand)
    {
        var writer = $"Ana Lima {hand}";
        await using (var visitor = await Tab.OpenAsync(site, language, hand)) await WriteAsync(visitor, writer);

        await using var staff = await Tab.OpenAsync(site, language, hand);
        await (await SignInPage.OpenAsync(staff, "/admin/mensagens")).EnterAsync(Person.Administrator);
        await ReadMessageAsync(staff, writer);
        await ReadLetterAsync(staff);
    }

    static async Task WriteAsync(Tab visitor, string writer)
    {
        await visitor.Page.GotoAsync("/");
        await visitor.ShowAsync("first-page");

        await visitor.Hand.PressAsync(visitor.Page.Locator("main a[href='/contato']"));
        await visitor.Page.WaitForURLAsync("**/contato");
        await visitor.ShowAsync("contact");

        var contact = new ContactPage(visitor);
        await contact.WriteAsync(writer, "ana", "");
        await contact.SendAsync();
        await contact.Refusal.WaitForAsync();
        Assert.Equal(writer, await contact.WrittenAsync("Name"));
        await visitor.ShowAsync("contact-refused");

        await contact.WriteAsync(writer, "ana@example.com", "Bom dia. Quanto tempo leva um guia?");
        await contact.SendAsync();
        await contact.Confirmation.WaitForAsync();
        await visitor.ShowAsync("contact-sent");
    }

    static async Task ReadMessageAsync(Tab staff, string writer)
    {
        await staff.ShowAsync("messages");
        await staff.Hand.PressAsync(staff.Page.GetByRole(AriaRole.Link, new() { Name = writer }));
        await staff.Page.Locator(".as-written").WaitForAsync();
        await staff.ShowAsync("message");

        await staff.Hand.PressAsync(staff.Page.Locator("main form[action*=Read] button"));
        await staff.Page.Locator(".notice").First.WaitForAsync();

        await staff.Hand.WriteAsync(staff.Page.Locator("[name='Input.Answer']"), "Dez dias úteis depois da aprovação.");
        await staff.Hand.PressAsync(staff.Page.Locator("main form[action*=Answer] button"));
        await staff.Page.Locator("#respondida").WaitForAsync();
        await staff.ShowAsync("message-answered");

        await staff.Page.GotoAsync("/admin/mensagens?q=ninguem-escreveu-isto");
        await staff.ShowAsync("messages-none");
    }

    static async Task ReadLetterAsync(Tab staff)
    {
        await Eventually.IsSoAsync("the letters", async () =>
        {
            await staff.Page.GotoAsync("/admin/cartas");
            return await staff.Page.Locator("main tbody a").CountAsync() > 1;
        });
        await staff.ShowAsync("letters");

        await staff.Hand.PressAsync(staff.Page.Locator("main tbody a").First);
        var frame = staff.Page.Locator("iframe.letter-frame");
        await frame.WaitForAsync();
        await staff.ShowAsync("letter");

        await staff.Hand.PressAsync(staff.Page.Locator("main form button"));
        await staff.Page.Locator(".notice").First.WaitForAsync();
        // The frame runs no script, which axe needs: the same markup, outside of it.
        var letter = await staff.Page.Context.APIRequest.GetAsync(new Uri(new(staff.Page.Url), await frame.GetAttributeAsync("src")).AbsoluteUri);
        await staff.Page.GotoAsync("about:blank");
        await staff.Page.SetContentAsync(await letter.TextAsync());
        await staff.ShowAsync("letter-itself");
    }
}
