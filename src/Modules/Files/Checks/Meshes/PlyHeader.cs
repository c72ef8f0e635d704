using System.Globalization;
using System.Text;

namespace Percurso.Files.Checks.Meshes;

enum PlyFormat { Text, LittleEndian, BigEndian }

/// <summary>One column of an element's rows.</summary>
/// <param name="Size">Of its number in bytes; of one number of the list, for a list.</param>
/// <param name="Kind">How the number is written: <c>i</c>, <c>u</c> or <c>f</c>.</param>
/// <param name="CountSize">Of the count before a list in bytes; 0 for no list. Counts are whole and never negative.</param>
sealed record PlyProperty(string Name, int Size, char Kind, int CountSize = 0);

/// <summary>A table of a PLY file.</summary>
sealed record PlyElement(string Name, long Rows, List<PlyProperty> Properties);

/// <summary>What stands before a PLY's data (G. Turk, The PLY Polygon File Format, 1994).</summary>
sealed record PlyHeader(PlyFormat Format, IReadOnlyList<PlyElement> Elements)
{
    const int MostLines = 1000;

    /// <summary>Null for one that cannot be understood.</summary>
    public static PlyHeader? Read(TextLines lines)
    {
        PlyFormat? format = null;
        var elements = new List<PlyElement>();
        for (var count = 0; count < MostLines && lines.Next(out var line); count++)
        {
            var words = Encoding.Latin1.GetString(line[..Math.Min(line.Length, 1024)]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["end_header", ..]:
                    return format is { } known ? new(known, elements) : null;
                case ["format", var name, ..]:
                    format = name switch { "ascii" => PlyFormat.Text, "binary_little_endian" => PlyFormat.LittleEndian, "binary_big_endian" => PlyFormat.BigEndian, _ => null };
                    break;
                case ["element", var name, var rows]:
                    if (!long.TryParse(rows, CultureInfo.InvariantCulture, out var number) || number < 0) return null;
                    elements.Add(new(name, number, []));
                    break;
                case ["property", "list", var counted, var kind, var name]:
                    if (elements.Count == 0 || Number(counted) is not { Kind: not 'f' } counts || Number(kind) is not { } listed) return null;
                    elements[^1].Properties.Add(listed with { Name = name, CountSize = counts.Size });
                    break;
                case ["property", var kind, var name]:
                    if (elements.Count == 0 || Number(kind) is not { } single) return null;
                    elements[^1].Properties.Add(single with { Name = name });
                    break;
            }
        }

        return null;
    }

    static PlyProperty? Number(string kind) => kind switch
    {
        "char" or "int8" => new("", 1, 'i'),
        "uchar" or "uint8" => new("", 1, 'u'),
        "short" or "int16" => new("", 2, 'i'),
        "ushort" or "uint16" => new("", 2, 'u'),
        "int" or "int32" => new("", 4, 'i'),
        "uint" or "uint32" => new("", 4, 'u'),
        "float" or "float32" => new("", 4, 'f'),
        "double" or "float64" => new("", 8, 'f'),
        _ => null,
    };
}
