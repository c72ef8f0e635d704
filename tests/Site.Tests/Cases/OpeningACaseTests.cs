using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Cases;

public sealed class OpeningACaseTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task One_form_makes_patient_and_case_and_the_case_has_the_years_next_number()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);

        var first = await (await dentist.OpenCaseAsync("Aparecida Nunes", 36)).ReadBy(dentist);
        var second = await (await dentist.OpenCaseAsync("Benedito Lopes", 11, 21)).ReadBy(dentist);

        Assert.Equal("Aparecida Nunes", first.TextOf("h1"));
        Assert.Equal(NumberOf(first) + 1, NumberOf(second));
        Assert.Equal(7, first.Document.QuerySelectorAll(".stations li").Length);
        Assert.Contains("Aparecida Nunes", (await dentist.GetAsync("/pacientes?q=aparecida")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_known_is_asked_about_and_another_person_may_bear_it()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        await dentist.OpenCaseAsync("Márcia Teles", 16);

        var form = (await dentist.GetAsync("/casos/novo")).Form("form.case-form").Fill("Input.Name", "Marcia Teles").Fill("Input.Teeth", "26");
        var asked = await form.SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Márcia Teles", asked.TextOf(".notice"), StringComparison.Ordinal);

        var opened = await asked.Form("form.case-form").Fill("Input.IsAnother", "true").SendAsync();
        Assert.StartsWith("/casos/", opened.LeadsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_kept_as_a_draft_and_comes_back()
    {
        var assistant = await site.SignedInAsync(Person.Assistant);
        var page = await assistant.GetAsync("/casos/novo");

        await page.Form("form.case-form").Fill("Input.Name", "Pela metade").Fill("Input.Kit", "Um kit").SendAsync("Guardar como rascunho");

        var again = await assistant.GetAsync("/casos/novo");
        Assert.Equal("Pela metade", again.Form("form.case-form").ValueOf("Input.Name"));
        Assert.Equal("Um kit", again.Form("form.case-form").ValueOf("Input.Kit"));

        await again.Form("main .notice form").SendAsync();
        Assert.Equal("", (await assistant.GetAsync("/casos/novo")).Form("form.case-form").ValueOf("Input.Name"));
    }

    [Fact]
    public async Task Another_clinics_patient_gets_no_case_here()
    {
        var stranger = await site.SignedInAsync(Person.Stranger);
        var theirs = (await stranger.GetAsync("/pacientes")).Document.QuerySelector("main tbody a")!.GetAttribute("href")!.Split('/')[^1];
        var dentist = await site.SignedInAsync(Person.Dentist);

        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync($"/casos/novo?paciente={theirs}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync($"/pacientes/{theirs}")).Status);
        Assert.DoesNotContain("Kretschmer", (await dentist.GetAsync("/pacientes?q=kretschmer")).TextOf("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patients_are_found_without_accents_in_the_middle_of_their_names()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);

        Assert.Contains("Joaquim Araújo Sampaio", (await dentist.GetAsync("/pacientes?q=raujo")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_further_case_of_a_known_patient_asks_no_name_again()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var patient = (await dentist.GetAsync("/pacientes?q=raujo")).Document.QuerySelector("main tbody a")!.GetAttribute("href")!;

        var form = (await dentist.GetAsync($"/casos/novo?paciente={patient.Split('/')[^1]}")).Form("form.case-form");
        Assert.DoesNotContain(form.Fields, field => field.Name == "Input.Name");
        var opened = await form.Fill("Input.Teeth", "36").SendAsync();

        Assert.Equal("Joaquim Araújo Sampaio", (await opened.FollowAsync()).TextOf("h1"));
    }

    static int NumberOf(Page page) => int.Parse(page.TextOf(".case-head .figures").Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
}

static class Reading
{
    public static Task<Page> ReadBy(this string path, Visitor visitor) => visitor.GetAsync(path);
}
