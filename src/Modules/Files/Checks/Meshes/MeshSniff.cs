using System.Buffers.Binary;
using System.Text;

namespace Percurso.Files.Checks.Meshes;

/// <summary>Tells meshes apart. A binary STL has no mark of its own: its length must agree with the count of triangles in it, or its name must say so.</summary>
static class MeshSniff
{
    public static FileContent Of(ReadOnlySpan<byte> start, SentFile file)
    {
        if (start.StartsWith("ply"u8) && start.Length > 3 && start[3] is (byte)'\n' or (byte)'\r') return FileContent.Ply;

        var named = Path.GetExtension(file.Name).ToUpperInvariant();
        if (IsText(start))
        {
            var text = Encoding.Latin1.GetString(start);
            if (text.Contains("<HPS", StringComparison.Ordinal)) return FileContent.ThreeShape;
            if (text.Contains("facet", StringComparison.OrdinalIgnoreCase) || named == ".STL" && text.TrimStart('ï', '»', '¿', ' ', '\t', '\r', '\n').StartsWith("solid", StringComparison.OrdinalIgnoreCase)) return FileContent.Stl;
            if (named == ".OBJ" || HasVertexLine(text)) return FileContent.Obj;
            return FileContent.Unknown;
        }

        return HasExactCount(start, file.Length) || named == ".STL" ? FileContent.Stl : FileContent.Unknown;
    }

    static bool HasExactCount(ReadOnlySpan<byte> start, long length) =>
        start.Length >= StlBinary.Header && BinaryPrimitives.ReadUInt32LittleEndian(start[80..]) is > 0 and var count && StlBinary.Header + StlBinary.Triangle * (long)count == length;

    static bool IsText(ReadOnlySpan<byte> start) => start.IndexOfAnyInRange((byte)0, (byte)8) < 0;

    static bool HasVertexLine(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            if (line.StartsWith("v ", StringComparison.Ordinal) && line.Count(' ') >= 3 && line[^1] is >= '0' and <= '9') return true;
        return false;
    }
}
