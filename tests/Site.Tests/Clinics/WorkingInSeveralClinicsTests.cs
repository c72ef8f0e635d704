using System.Net;

using Percurso.Testing;

namespace Percurso.Tests.Clinics;

public sealed class WorkingInSeveralClinicsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_header_says_where_one_works_and_changes_it()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var page = await dentist.GetAsync("/consultorios");
        Assert.DoesNotContain("Consultório Lúcia Moraes", page.TextOf(".menu-switch summary"), StringComparison.Ordinal);

        var changed = await page.Form(".menu-switch form").SendAsync("Consultório Lúcia Moraes");

        Assert.Equal("/consultorios", changed.LeadsTo);
        Assert.Contains("Consultório Lúcia Moraes", (await changed.FollowAsync()).TextOf(".menu-switch summary"), StringComparison.Ordinal);
        Assert.Contains("Consultório Lúcia Moraes", (await (await site.SignedInAsync(Person.Dentist)).GetAsync("/consultorios")).TextOf(".menu-switch summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_chooses_a_clinic_they_do_not_work_in()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Lótus");
        var stranger = await site.SignedInAsync(Person.Stranger);
        var token = (await stranger.GetAsync("/consultorios/novo")).Form().ValueOf("__RequestVerificationToken")!;

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{clinic}/escolher", ("__RequestVerificationToken", token))).Status);

        Assert.Contains("Reis Odontologia", (await stranger.GetAsync("/consultorios")).TextOf("header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_ends_with_the_work()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Mirante");
        var nina = await site.ComeAsync(await site.InviteAsync(Person.Dentist, clinic, "nina@exemplo.com.br"), "Nina", "nina@exemplo.com.br");
        Assert.Contains("Clínica Mirante", (await nina.GetAsync("/consultorios")).TextOf("header"), StringComparison.Ordinal);

        await (await nina.GetAsync($"{clinic}/sair")).Form().SendAsync();

        Assert.DoesNotContain("Clínica Mirante", (await nina.GetAsync("/consultorios")).TextOf("header"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_led_elsewhere_by_changing()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var form = (await dentist.GetAsync("/consultorios")).Form(".menu-switch form");

        var changed = await form.Fill("voltar", "https://exemplo.com.br/").SendAsync();

        Assert.StartsWith("/consultorios/", changed.LeadsTo, StringComparison.Ordinal);
    }
}
