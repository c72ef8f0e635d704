using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Percurso.Kernel.Brazil;

/// <summary>A column holds the bare text; what is read is checked again, so that a row changed by hand does not pass for valid.</summary>
sealed class StoredIdentifier<TIdentifier>() : ValueConverter<TIdentifier, string>(one => one.Value, text => Read(text))
    where TIdentifier : Identifier<TIdentifier>, IIdentifier<TIdentifier>
{
    static TIdentifier Read(string text) => Identifier<TIdentifier>.TryParse(text, out var found)
        ? found
        : throw new FormatException($"The database holds a {typeof(TIdentifier).Name} that is none.");
}

static class StoredIdentifiers
{
    /// <summary>In every module's model a property of these types is a text column.</summary>
    public static void StoreIdentifiers(this ModelConfigurationBuilder conventions)
    {
        conventions.Properties<Cpf>().HaveConversion<StoredIdentifier<Cpf>>();
        conventions.Properties<Cnpj>().HaveConversion<StoredIdentifier<Cnpj>>();
        conventions.Properties<Cep>().HaveConversion<StoredIdentifier<Cep>>();
        conventions.Properties<Uf>().HaveConversion<StoredIdentifier<Uf>>();
        conventions.Properties<Cro>().HaveConversion<StoredIdentifier<Cro>>();
    }
}
