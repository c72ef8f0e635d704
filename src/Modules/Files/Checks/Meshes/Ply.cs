using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Percurso.Files.Checks.Meshes;

/// <summary>Reads a PLY's vertices and faces, in text or in either order of bytes; faces with more corners become fans, other tables are passed over.</summary>
sealed class Ply : IDisposable
{
    readonly Stream stream;
    readonly MeshBuilder mesh;
    readonly CancellationToken cancel;
    readonly TextLines lines;
    readonly NumberedVertices vertices = new();
    readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(64 << 10);
    PlyHeader header = new(PlyFormat.Text, []);
    int from, to;

    Ply(Stream stream, MeshBuilder mesh, CancellationToken cancel) => (this.stream, this.mesh, this.cancel, lines) = (stream, mesh, cancel, new(stream, cancel));

    /// <summary>How many faces the file announces, and whether all were there; null where it is no PLY that can be understood.</summary>
    public static (long Faces, bool IsWhole)? Read(Stream stream, MeshBuilder mesh, CancellationToken cancel)
    {
        using var ply = new Ply(stream, mesh, cancel);
        if (PlyHeader.Read(ply.lines) is not { } header) return null;

        ply.header = header;
        if (header.Format != PlyFormat.Text) ply.TakeWhatWasReadAhead();
        return (header.Elements.FirstOrDefault(element => element.Name == "face")?.Rows ?? 0, header.Elements.All(ply.ReadTable));
    }

    public void Dispose()
    {
        lines.Dispose();
        vertices.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
    }

    void TakeWhatWasReadAhead()
    {
        lines.Ahead.CopyTo(buffer);
        to = lines.Ahead.Length;
    }

    /// <summary>Whether all its rows were there.</summary>
    bool ReadTable(PlyElement element)
    {
        if (element.Properties.Count == 0) return true;

        Span<float> place = stackalloc float[3];
        for (long row = 0; row < element.Rows; row++)
        {
            if ((row & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            if (!(header.Format == PlyFormat.Text ? ReadLine(element, place) : ReadRow(element, place))) return false;
            if (element.Name == "vertex") vertices.Add(mesh.Vertex(place[0], place[1], place[2]));
        }

        return true;
    }

    bool ReadLine(PlyElement element, Span<float> place)
    {
        ReadOnlySpan<byte> line;
        do
        {
            if (!lines.Next(out line)) return false;
        }
        while (line.Trim((byte)' ').IsEmpty || line.StartsWith("comment"u8));

        foreach (var property in element.Properties)
        {
            if (property.CountSize == 0) Keep(property, TextNumbers.Number(ref line), place);
            else
            {
                var fan = new Fan(this, IsFace(element, property));
                var count = TextNumbers.Number(ref line);
                for (var i = 0; i < count && !line.IsEmpty; i++) fan.Corner(TextNumbers.Number(ref line));
                fan.End();
            }
        }

        return true;
    }

    bool ReadRow(PlyElement element, Span<float> place)
    {
        foreach (var property in element.Properties)
        {
            if (property.CountSize == 0)
            {
                if (!Number(property.Size, property.Kind, out var number)) return false;
                Keep(property, (float)number, place);
                continue;
            }

            if (!Number(property.CountSize, 'u', out var count)) return false;
            var fan = new Fan(this, IsFace(element, property));
            for (long i = 0; i < (long)count; i++)
            {
                if (!Number(property.Size, property.Kind, out var corner)) return false;
                fan.Corner(corner);
            }

            fan.End();
        }

        return true;
    }

    static bool IsFace(PlyElement element, PlyProperty list) => element.Name == "face" && list.Name is "vertex_indices" or "vertex_index";

    static void Keep(PlyProperty property, float number, Span<float> place)
    {
        var axis = property.Name switch { "x" => 0, "y" => 1, "z" => 2, _ => -1 };
        if (axis >= 0) place[axis] = number;
    }

    bool Number(int size, char kind, out double number)
    {
        number = 0;
        if (to - from < size && !Fill(size)) return false;

        var bytes = buffer.AsSpan(from, size);
        from += size;
        if (header.Format == PlyFormat.BigEndian) bytes.Reverse();
        number = (size, kind) switch
        {
            (1, 'i') => (sbyte)bytes[0],
            (1, _) => bytes[0],
            (2, 'i') => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            (2, _) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            (4, 'i') => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            (4, 'u') => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            (4, _) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        };
        return true;
    }

    bool Fill(int need)
    {
        buffer.AsSpan(from, to - from).CopyTo(buffer);
        (from, to) = (0, to - from);
        to += stream.ReadAtLeast(buffer.AsSpan(to), need - to, throwOnEndOfStream: false);
        return to >= need;
    }

    /// <summary>One face while its corners come.</summary>
    ref struct Fan(Ply ply, bool isFace)
    {
        int count, first, last;
        bool missed;

        public void Corner(double number)
        {
            if (!isFace || missed) return;

            if (!(number >= 0 && number < ply.vertices.Count) || ply.vertices.At((long)number) is not { } corner)
            {
                missed = true;
                return;
            }

            if (count >= 2) ply.mesh.Triangle(first, last, corner);
            if (count++ == 0) first = corner;
            last = corner;
        }

        public readonly void End()
        {
            if (missed) ply.mesh.Miss();
        }
    }
}
