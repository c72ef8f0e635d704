using System.Net;
using System.Text.Json;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Addresses;

/// <summary>While somebody types a CEP, the site says what it knows of the address.</summary>
public sealed class AddressByCepTests(AddressByCepTests.Alone alone, AddressByCepTests.WithViaCep withViaCep)
    : IClassFixture<AddressByCepTests.Alone>, IClassFixture<AddressByCepTests.WithViaCep>
{
    public sealed class Alone : Site
    {
        protected override IEnumerable<KeyValuePair<string, string>> Configuration => [new("Limits:addresses", "5")];
    }

    public sealed class WithViaCep : Site, IAsyncLifetime
    {
        ViaCepServer? server;

        protected override IEnumerable<KeyValuePair<string, string>> Configuration => [new("Addresses:ViaCep", server!.Address)];

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            server = await ViaCepServer.StartAsync();
            await InitializeAsync();
        }

        async ValueTask IAsyncDisposable.DisposeAsync()
        {
            await DisposeAsync();
            await server!.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("01310-100", null, null, "São Paulo", "SP")]
    [InlineData("69900-000", null, null, null, "AC")]
    public async Task The_table_knows_city_and_UF(string cep, string? street, string? district, string? city, string uf) =>
        Assert.Equal((street, district, city, uf), Read(await (await alone.SignedInAsync(Person.Planner)).GetAsync($"/enderecos/{cep}")));

    [Fact]
    public async Task ViaCEP_knows_the_street_too() =>
        Assert.Equal(("Praça da Sé", "Sé", "São Paulo", "SP"), Read(await (await withViaCep.SignedInAsync(Person.Planner)).GetAsync("/enderecos/01310100")));

    [Theory]
    [InlineData("01310101", "does not know it")]
    [InlineData("01310102", "says so in words")]
    [InlineData("01310103", "is broken")]
    [InlineData("01310104", "is slow")]
    [InlineData("01310105", "sends a page")]
    [InlineData("01310106", "breaks off")]
    public async Task Where_ViaCEP_fails_the_table_answers(string cep, string because)
    {
        var answer = await (await withViaCep.SignedInAsync(Person.Planner)).GetAsync($"/enderecos/{cep}");

        Assert.True(Read(answer) == (null, null, "São Paulo", "SP"), because);
    }

    [Theory]
    [InlineData("78950-000")]
    [InlineData("0131010")]
    [InlineData("abc")]
    public async Task What_is_no_CEP_is_not_found(string cep) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await withViaCep.SignedInAsync(Person.Planner)).GetAsync($"/enderecos/{cep}")).Status);

    [Fact]
    public async Task Nobody_reads_the_whole_table_through_it()
    {
        var curious = await alone.SignedInAsync(Person.Marketing);
        for (var cep = 0; cep < 5; cep++) Assert.Equal(HttpStatusCode.OK, (await curious.GetAsync($"/enderecos/0131010{cep}")).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await curious.GetAsync("/enderecos/01310105")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await alone.SignedInAsync(Person.Administrator)).GetAsync("/enderecos/01310105")).Status);
    }

    static (string? Street, string? District, string? City, string? Uf) Read(Page answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var json = JsonDocument.Parse(answer.Source).RootElement;
        return (json.GetProperty("street").GetString(), json.GetProperty("district").GetString(), json.GetProperty("city").GetString(), json.GetProperty("uf").GetString());
    }
}
