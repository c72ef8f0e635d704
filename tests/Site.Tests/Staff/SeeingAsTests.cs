using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Staff;

public sealed class SeeingAsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Support_sees_what_the_dentist_sees_and_changes_nothing()
    {
        var staff = await BeginAsync(Person.Planner, Person.Dentist, "Pediu ajuda por telefone");

        var clinics = await staff.GetAsync("/consultorios");
        Assert.Contains("Clínica Moraes", clinics.Text, StringComparison.Ordinal);
        Assert.Contains("Você vê o site como Lúcia Moraes", clinics.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/admin")).Status);

        var before = await site.RowsAsync();
        var form = (await staff.GetAsync("/consultorios/novo")).Form();
        var answer = await form.Fill("Input.Name", "De outra mão").SendAsync();
        Assert.Equal("/ver-como", answer.LeadsTo);
        Assert.Empty((await site.RowsAsync()).ChangedSince(before));
    }

    [Fact]
    public async Task The_clients_own_account_stays_theirs()
    {
        var staff = await BeginAsync(Person.Planner, Person.Dentist, "Pediu ajuda por telefone");

        foreach (var path in new[] { "/conta", "/conta/dois-fatores", "/conta/sessoes", "/conta/dados", "/conta/dados/copia" })
            Assert.Equal("/ver-como", (await staff.GetAsync(path)).LeadsTo);
    }

    [Fact]
    public async Task It_ends_by_the_button_and_by_itself_after_half_an_hour()
    {
        var staff = await BeginAsync(Person.Planner, Person.Dentist, "Pediu ajuda por telefone");
        await (await staff.GetAsync("/ver-como")).Form().SendAsync();
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync("/admin")).Status);

        staff = await BeginAsync(Person.Planner, Person.Dentist, "De novo");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/admin")).Status);
        site.Clock.Pass(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync("/admin")).Status);
    }

    [Fact]
    public async Task Who_saw_as_whom_when_and_why_is_written_down_under_the_right_name()
    {
        var staff = await BeginAsync(Person.Planner, Person.Stranger, "Não achava o endereço");
        await (await staff.GetAsync("/ver-como")).Form().SendAsync();

        var log = await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/auditoria");
        Assert.Contains("Começou a ver o site como um cliente", log.Text, StringComparison.Ordinal);
        Assert.Contains("Não achava o endereço", log.Text, StringComparison.Ordinal);
        var row = log.Document.QuerySelectorAll("tbody tr").First(row => row.TextContent.Contains("Deixou de ver", StringComparison.Ordinal));
        Assert.Contains(Person.Planner.Name, row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_as_one_of_the_staff_or_without_a_reason()
    {
        var planner = await site.SignedInAnewAsync(Person.Planner);
        var marketing = await planner.GetAsync($"/admin/pessoas/{await AccountOfAsync(Person.Marketing)}/ver-como");
        Assert.Contains("como um cliente que entra nele", (await marketing.Form().Fill("Input.Reason", "Curiosidade").SendAsync()).Text, StringComparison.Ordinal);

        var dentist = await planner.GetAsync($"/admin/pessoas/{await AccountOfAsync(Person.Dentist)}/ver-como");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dentist.Form().SendAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/admin")).Status);
    }

    async Task<Visitor> BeginAsync(Person staff, Person client, string reason)
    {
        var visitor = await site.SignedInAnewAsync(staff);
        var page = await visitor.GetAsync($"/admin/pessoas/{await AccountOfAsync(client)}/ver-como");
        Assert.Equal("/inicio", (await page.Form().Fill("Input.Reason", reason).SendAsync()).LeadsTo);
        return visitor;
    }

    async Task<string> AccountOfAsync(Person person) => await site.Database.AskAsync<string>($"select id::text from accounts.account where email = '{person.Email}'");
}
