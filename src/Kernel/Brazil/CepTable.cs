using System.Globalization;
using System.Reflection;

namespace Percurso.Kernel.Brazil;

/// <summary>
/// Which city and UF a CEP belongs to, without asking anybody: tables inside this assembly, read when first asked. The cities
/// are those the Correios listed in February 2022 (<c>tools/cep-table.js</c>); a CEP between them still tells its UF.
/// </summary>
sealed class CepTable
{
    readonly Lazy<Span[]> cities = new(() => Read("cep-cities.txt"));
    readonly Lazy<Span[]> states = new(() => Read("cep-ufs.txt"));

    /// <summary>The city is null where only the UF is known. Null: no CEP of the Correios.</summary>
    public (Uf Uf, string? City)? Find(Cep cep) =>
        (Find(cities.Value, cep.Number) ?? Find(states.Value, cep.Number)) is { } span ? (span.Uf, span.City) : null;

    /// <summary>Spans are in order and do not overlap: the last that begins at or before the number is the only one to ask.</summary>
    static Span? Find(Span[] spans, int number)
    {
        var (low, high) = (0, spans.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].First <= number) low = middle + 1;
            else high = middle;
        }

        return low > 0 && number <= spans[low - 1].Last ? spans[low - 1] : null;
    }

    static Span[] Read(string resource)
    {
        using var lines = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        var spans = new List<Span>();
        while (lines.ReadLine() is { } line)
            if (!line.StartsWith('#')) spans.Add(Parse(line));

        return [.. spans];
    }

    /// <summary><c>first last UF city</c>, the city's name to the end of the line or missing.</summary>
    static Span Parse(string line) => new(
        int.Parse(line.AsSpan(0, 8), CultureInfo.InvariantCulture), int.Parse(line.AsSpan(9, 8), CultureInfo.InvariantCulture),
        Uf.Parse(line[18..20]), line.Length > 21 ? line[21..] : null);

    sealed record Span(int First, int Last, Uf Uf, string? City);
}
