using System.Text.Json;

using Percurso.Testing;

namespace Percurso.Domain.Tests.Brazil;

/// <summary>The vectors of <c>identifiers.json</c>, whose sources <c>SOURCES.md</c> names.</summary>
static class Vectors
{
    static readonly JsonElement all = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "Domain.Tests", "Brazil", "identifiers.json"))).RootElement;

    public static TheoryData<string> Of(string kind, string list) =>
        [.. all.GetProperty(kind).GetProperty(list).EnumerateArray().Select(one => one.GetString()!)];

    public static IEnumerable<(string Cep, string Uf)> States =>
        all.GetProperty("cep").GetProperty("uf").EnumerateObject().Select(one => (one.Name, one.Value.GetString()!));
}
