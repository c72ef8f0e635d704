using Percurso.Kernel.Brazil;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Brazil;

public sealed class CepTableTests
{
    readonly CepTable table = new();

    [Fact]
    public void A_thousand_CEPs_drawn_from_the_source_have_their_city_and_UF()
    {
        var sample = File.ReadAllLines(Repository.At("tests", "Domain.Tests", "Brazil", "cep-sample.txt"));

        Assert.Equal(1000, sample.Length);
        Assert.All(sample, line => Assert.Equal(line, $"{line[..8]} {Found(line[..8])}"));
    }

    [Fact]
    public void Every_vector_has_its_UF() =>
        Assert.All(Vectors.States, vector => Assert.Equal(vector.Uf, table.Find(Cep.Parse(vector.Cep))?.Uf.Value));

    [Theory]
    [InlineData("01000-001", "SP São Paulo")]
    [InlineData("05999-999", "SP São Paulo")]
    [InlineData("06000-001", "SP Osasco")]
    [InlineData("01000-000", "SP ")]
    [InlineData("69900-000", "AC ")]
    [InlineData("78950-000", "")]
    public void Between_the_cities_the_UF_is_still_known(string cep, string found) => Assert.Equal(found, Found(cep));

    string Found(string cep) => table.Find(Cep.Parse(cep)) is var (uf, city) ? $"{uf} {city}" : "";
}
