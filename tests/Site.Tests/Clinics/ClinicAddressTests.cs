using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Clinics;

public sealed class ClinicAddressTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task City_and_UF_come_from_the_CEP_without_script_too()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Horizonte");

        var saved = await Filled(await FormAsync(clinic), "80010-000").SendAsync();

        Assert.Equal(clinic, saved.LeadsTo);
        var page = await saved.FollowAsync();
        Assert.Contains("Curitiba/PR, 80010-000", page.Text, StringComparison.Ordinal);
        Assert.Contains("As entregas vêm para cá", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("80010-000", "SP", "Input.Uf", "Este CEP é de PR")]
    [InlineData("00000-000", "", "Input.Cep", "CEP")]
    [InlineData("abc", "", "Input.Cep", "CEP")]
    public async Task What_does_not_fit_is_said_beside_its_field_and_nothing_typed_is_lost(string cep, string uf, string field, string sentence)
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Ipê");

        var refused = await Filled(await FormAsync(clinic), cep).Fill("Input.Uf", uf).SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(sentence, refused.Form().Fields.Single(one => one.Name == field).Sentence, StringComparison.Ordinal);
        Assert.Equal("Rua XV de Novembro", refused.Form().ValueOf("Input.Street"));
    }

    [Fact]
    public async Task Deliveries_go_where_the_clinic_says_and_follow_when_that_address_is_removed()
    {
        var clinic = await site.FoundAsync(Person.Dentist, "Clínica Jacarandá");
        await Filled(await FormAsync(clinic), "80010-000").SendAsync();
        await Filled(await FormAsync(clinic), "01310-100").Fill("Input.Name", "Filial").SendAsync();
        var dentist = await site.SignedInAsync(Person.Dentist);

        await (await dentist.GetAsync(clinic)).Form("main form").SendAsync();
        Assert.Contains("As entregas vêm para cá", (await dentist.GetAsync(clinic)).TextOf(".card:has(.status)"), StringComparison.Ordinal);
        Assert.Contains("Filial", (await dentist.GetAsync(clinic)).TextOf(".card:has(.status)"), StringComparison.Ordinal);

        var filial = (await dentist.GetAsync(clinic)).Document.QuerySelector(".card:has(.status) a")!.GetAttribute("href");
        await (await dentist.GetAsync($"{filial}/remover")).Form().SendAsync();

        Assert.Contains("Clínica", (await dentist.GetAsync(clinic)).TextOf(".card:has(.status)"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync(filial!)).Status);
    }

    async Task<Form> FormAsync(string clinic) => (await (await site.SignedInAsync(Person.Dentist)).GetAsync($"{clinic}/enderecos/novo")).Form();

    static Form Filled(Form form, string cep) => form.Fill("Input.Name", "Clínica").Fill("Input.Cep", cep)
        .Fill("Input.Street", "Rua XV de Novembro").Fill("Input.Number", "200").Fill("Input.District", "Centro");
}
