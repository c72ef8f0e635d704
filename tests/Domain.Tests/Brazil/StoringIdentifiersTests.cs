using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Brazil;
using Percurso.Kernel.Data;

namespace Percurso.Domain.Tests.Brazil;

/// <summary>A module's table holds an identifier as bare text, without a word about it in its mapping.</summary>
public sealed class StoringIdentifiersTests
{
    [Theory]
    [InlineData(nameof(Practice.Cnpj), "12.ABC.345/01DE-35", "12ABC34501DE35")]
    [InlineData(nameof(Practice.Owner), "529.982.247-25", "52998224725")]
    [InlineData(nameof(Practice.Cep), "01310-100", "01310100")]
    [InlineData(nameof(Practice.Uf), "sp", "SP")]
    [InlineData(nameof(Practice.Cro), "CRO-SP 12345", "SP-CD-12345")]
    public void It_is_stored_bare_and_read_back_the_same(string column, string typed, string stored)
    {
        using var db = new PracticesDb(new DbContextOptionsBuilder<PracticesDb>().UseNpgsql(postgres => postgres.MigrationsHistoryTable("migrations", "tests")).Options);
        var property = db.Model.FindEntityType(typeof(Practice))!.FindProperty(column)!;
        var converter = property.GetTypeMapping().Converter!;
        var identifier = converter.ConvertFromProvider(typed);

        Assert.Equal("text", property.GetColumnType());
        Assert.Equal(stored, converter.ConvertToProvider(identifier));
        Assert.Equal(identifier, converter.ConvertFromProvider(stored));
        Assert.Equal(column == nameof(Practice.Owner), property.IsNullable);
    }

    [Fact]
    public void What_was_changed_by_hand_is_not_taken_for_valid() =>
        Assert.Throws<FormatException>(() => new StoredIdentifier<Cpf>().ConvertFromProvider("52998224724"));

    sealed class Practice : Aggregate
    {
        public required Cnpj Cnpj { get; init; }
        public Cpf? Owner { get; init; }
        public required Cep Cep { get; init; }
        public required Uf Uf { get; init; }
        public required Cro Cro { get; init; }
    }

    sealed class PracticesDb(DbContextOptions options) : ModuleDb(options)
    {
        protected override void Map(ModelBuilder model) => model.Entity<Practice>();
    }
}
