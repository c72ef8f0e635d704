using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>Dentist and planner in the room of the demonstration's booked case, each in a browser of their own, with picture and sound only through a relay.</summary>
public sealed class MeetingOverTheModelTests(ListeningSiteWithRelay site) : IClassFixture<ListeningSiteWithRelay>
{
    static readonly TimeSpan soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Both_see_hear_and_write_to_each_other_before_the_same_model_and_find_each_other_again_when_the_relay_was_gone()
    {
        await using var dentistsTab = await Tab.OpenAsync(site);
        await using var plannersTab = await Tab.OpenAsync(site);
        var dentist = await RoomPage.OpenAsync(dentistsTab, Person.Stranger, "enio");
        await dentist.PressAsync("check");
        await Assertions.Expect(dentist.Page.Locator("[data-check-said]")).ToContainTextAsync("Medida pelo servidor de vídeo.");
        await Assertions.Expect(dentist.Page.Locator("[data-level]")).Not.ToHaveJSPropertyAsync("value", 0d);
        await dentistsTab.ShowAsync("meeting-lobby");
        await dentist.PressAsync("enter");

        var planner = await RoomPage.OpenAsync(plannersTab, Person.Planner, "enio");
        await planner.PressAsync("enter");
        await planner.Knock.ClickAsync();
        foreach (var one in new[] { dentist, planner })
        {
            await one.SeesAndHearsAsync(soon);
            Assert.Equal("relay", (await one.CameAsync()).Way);
        }

        await TheyWriteAsync(dentist, planner);
        await TheyLookAtTheSameAsync(dentist, planner);
        await plannersTab.ShowAsync("meeting-room");

        await site.Relay.StopAsync();
        await Assertions.Expect(dentist.Said).ToContainTextAsync("A conexão com Helena Tavares caiu. Tentando de novo…");
        await Assertions.Expect(planner.Said).ToContainTextAsync("A conexão com Otávio Reis caiu. Tentando de novo…");
        var stopped = await dentist.CameAsync();
        await Task.Delay(TimeSpan.FromSeconds(6));
        Assert.Equal(stopped.Frames, (await dentist.CameAsync()).Frames);
        await site.Relay.StartAsync();
        await dentist.SeesAndHearsAsync(TimeSpan.FromSeconds(10));
        await planner.SeesAndHearsAsync(TimeSpan.FromSeconds(10));
        await Assertions.Expect(dentist.Said).ToContainTextAsync("A conexão com Helena Tavares voltou.");

        // Whoever leaves by accident comes back without asking.
        await dentist.Page.ReloadAsync();
        await dentist.SeesAndHearsAsync(soon);
        await Assertions.Expect(dentist.Lines).ToContainTextAsync("O 24 está bom assim?");

        plannersTab.Page.Dialog += (_, sure) => _ = sure.AcceptAsync();
        await planner.PressAsync("end");
        await Assertions.Expect(dentist.Page.Locator(".room-over")).ToContainTextAsync("A videoconferência terminou");
        await dentist.Page.GetByRole(AriaRole.Link, new() { Name = "Voltar ao caso" }).ClickAsync();
        await Assertions.Expect(dentist.Page.Locator("section[aria-labelledby=conversa]")).ToContainTextAsync("O 24 está bom assim?");
    }

    static async Task TheyWriteAsync(RoomPage dentist, RoomPage planner)
    {
        await dentist.Page.Locator("#room-text").FillAsync("O 24 está bom assim?");
        await dentist.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(planner.Lines).ToContainTextAsync("O 24 está bom assim?");
        await Assertions.Expect(planner.Page.Locator("[data-written]")).ToHaveTextAsync("Otávio Reis escreveu: O 24 está bom assim?");
    }

    /// <summary>The planner turns the model and hides a layer, the dentist's page follows, until the dentist turns it; a pin made by one is there at the other.</summary>
    static async Task TheyLookAtTheSameAsync(RoomPage dentist, RoomPage planner)
    {
        await planner.Page.Locator("[data-lead]").ClickAsync();
        await planner.Page.Locator("[data-view-name=below]").ClickAsync();
        await planner.Page.Locator(".viewer-layers [data-visible]").Nth(1).UncheckAsync();
        await Eventually.IsSoAsync("the same view", async () =>
        {
            var (theirs, own) = (await planner.ViewAsync(), await dentist.ViewAsync());
            return theirs.Hidden == 1 && own.Hidden == 1 && theirs.Camera.Zip(own.Camera).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
        });

        await dentist.Page.Locator("[data-tool=pin]").ClickAsync();
        await dentist.Page.Locator(".viewer-stage").First.FocusAsync();
        for (var step = 0; step < 8; step++) await dentist.Page.Keyboard.PressAsync("Shift+ArrowUp");
        await dentist.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dentist.Page.Locator("[data-same-model-said]")).ToContainTextAsync("você olha por conta própria");
        await dentist.Page.Locator("#comment-text").FillAsync("A janela do 24 aqui?");
        await dentist.Page.Locator("form.comment-form button.btn-primary").ClickAsync();
        await Assertions.Expect(planner.Page.Locator(".comment")).ToContainTextAsync("A janela do 24 aqui?");
        await planner.Page.Locator("[data-show-comment]").ClickAsync();
        Assert.Equal(1, await planner.Page.Locator(".viewer-pin").CountAsync());
    }
}
