using System.Buffers;
using System.Buffers.Binary;

namespace Percurso.Files.Checks.Dicom;

/// <summary>Reads a file's values and, passing by, the samples the previews need.</summary>
static class ImageReader
{
    /// <summary>A study is never of more, and what is kept of each frame is kept in memory.</summary>
    const int MostFrames = 20_000;

    /// <summary>Samples kept of a row or a column.</summary>
    public const int MostSamples = 512;

    /// <summary>Null for a file that breaks off or is not what it says.</summary>
    public static DicomImage? Read(SentFile file, CancellationToken cancel)
    {
        try
        {
            using var stream = file.Open();
            using var reader = DataSetReader.Read(stream);
            return new(file, reader.Data, Frames(reader, cancel), reader.PixelLength == -1);
        }
        catch (Exception broken) when (Damage.Is(broken))
        {
            return null;
        }
    }

    /// <summary>All samples of one frame; null where its file no longer gives them.</summary>
    public static short[]? Samples(DicomImage image, int frame, CancellationToken cancel)
    {
        try
        {
            using var stream = image.File.Open();
            using var reader = DataSetReader.Read(stream);
            if (PixelLayout.Of(reader) is not { } layout) return null;

            cancel.ThrowIfCancellationRequested();
            reader.Input.Skip((long)frame * layout.FrameBytes);
            var samples = new short[layout.Rows * layout.Columns];
            var bytes = new byte[layout.RowBytes];
            for (var row = 0; row < layout.Rows; row++)
            {
                reader.Input.Read(bytes);
                for (var column = 0; column < layout.Columns; column++) samples[row * layout.Columns + column] = layout.Sample(bytes, column);
            }

            return samples;
        }
        catch (Exception broken) when (Damage.Is(broken))
        {
            return null;
        }
    }

    static Frame[] Frames(DataSetReader reader, CancellationToken cancel)
    {
        if (reader.PixelLength is not { } length || reader.Data.Number16(Tag.Rows) is null or 0 || reader.Data.Number16(Tag.Columns) is null or 0) return [];

        var count = (int)Math.Clamp(reader.Data.Decimal(Tag.NumberOfFrames) ?? 1, 1, MostFrames + 1);
        if (count > MostFrames) throw new InvalidDataException();
        if (PixelLayout.Of(reader) is not { } layout) return [.. Enumerable.Range(0, reader.PixelLength == -1 ? Math.Min(count, Math.Max(1, reader.Data.FramePositions.Count)) : count).Select(number => new Frame(number, null, null))];
        if (layout.FrameBytes * count > length + 1) throw new EndOfStreamException();

        var bytes = ArrayPool<byte>.Shared.Rent(layout.RowBytes);
        try
        {
            var frames = new Frame[count];
            for (var number = 0; number < count; number++)
            {
                cancel.ThrowIfCancellationRequested();
                frames[number] = Pass(reader.Input, layout, bytes.AsSpan(0, layout.RowBytes), number);
            }

            return frames;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    static Frame Pass(ByteInput input, PixelLayout layout, Span<byte> bytes, int number)
    {
        var across = new short[Math.Min(layout.Columns, MostSamples)];
        var down = new short[Math.Min(layout.Rows, MostSamples)];
        var next = 0;
        for (var row = 0; row < layout.Rows; row++)
        {
            input.Read(bytes);
            if (row == layout.Rows / 2)
                for (var i = 0; i < across.Length; i++) across[i] = layout.Sample(bytes, (int)((long)i * layout.Columns / across.Length));
            if (next < down.Length && row == (int)((long)next * layout.Rows / down.Length)) down[next++] = layout.Sample(bytes, layout.Columns / 2);
        }

        return new(number, across, down);
    }
}

/// <summary>How uncompressed grey pixels lie (PS3.5, chapter 8): eight or sixteen bits, one sample a pixel.</summary>
readonly record struct PixelLayout(int Rows, int Columns, int SampleBytes, int BitsStored, bool IsSigned, bool IsBigEndian)
{
    public int RowBytes => Columns * SampleBytes;

    public long FrameBytes => (long)Rows * RowBytes;

    /// <summary>Null for pixels that cannot be read here.</summary>
    public static PixelLayout? Of(DataSetReader reader)
    {
        var data = reader.Data;
        if (reader.PixelLength is null or -1 || (data.Number16(Tag.SamplesPerPixel) ?? 1) != 1) return null;

        var allocated = data.Number16(Tag.BitsAllocated) ?? 16;
        return allocated is 8 or 16 && data.Number16(Tag.Rows) is > 0 and var rows && data.Number16(Tag.Columns) is > 0 and var columns
            ? new(rows, columns, allocated / 8, Math.Clamp(data.Number16(Tag.BitsStored) ?? allocated, 1, allocated), data.Number16(Tag.PixelRepresentation) == 1, reader.Input.IsBigEndian)
            : null;
    }

    /// <summary>What is brighter than a short can say is as bright as it can say.</summary>
    public short Sample(ReadOnlySpan<byte> row, int column)
    {
        if (SampleBytes == 1) return IsSigned ? (sbyte)row[column] : row[column];

        var at = row.Slice(2 * column, 2);
        var bits = IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);
        var shift = 16 - BitsStored;
        return IsSigned ? (short)((short)(bits << shift) >> shift) : (short)Math.Min((int)(ushort)(bits << shift) >> shift, short.MaxValue);
    }
}
