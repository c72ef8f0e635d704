using System.IO.Compression;

namespace Percurso.Files.Checks.Dicom;

/// <summary>
/// Reads the elements of a data set in their order (PS3.5, chapter 7) until its pixels. Sequences are passed over, but for those in which a file of many
/// frames says where each lies.
/// </summary>
sealed class DataSetReader : IDisposable
{
    const int LongestValue = 4096, Deepest = 12;

    const uint Undefined = uint.MaxValue;

    readonly List<ByteInput> inputs;
    bool isExplicit = true;

    DataSetReader(ByteInput input) => inputs = [input];

    public DataSet Data { get; } = new();

    /// <summary>Where the pixels can be read on.</summary>
    public ByteInput Input => inputs[^1];

    /// <summary>The length of the pixels in bytes; -1 where they are encapsulated (PS3.5, A.4), null where there are none.</summary>
    public long? PixelLength { get; private set; }

    /// <summary>Reads up to the pixels.</summary>
    /// <param name="stream">From its beginning.</param>
    /// <exception cref="InvalidDataException">It is no data set, or not a sound one.</exception>
    /// <exception cref="EndOfStreamException">It breaks off.</exception>
    public static DataSetReader Read(Stream stream)
    {
        var start = new Peeked(stream);
        var reader = new DataSetReader(new(start));
        try
        {
            reader.ReadHeading(start.Start);
            while (reader.PixelLength is null && !reader.Input.IsAtEnd && reader.Element(0, false))
            {
            }

            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    public void Dispose() => inputs.ForEach(input => input.Dispose());

    void ReadHeading(ReadOnlySpan<byte> start)
    {
        var isPart10 = start.Length > 132 && start[128..132].SequenceEqual("DICM"u8);
        var bare = isPart10 ? null : BareDataSet.Recognise(start);
        if (!isPart10 && bare is null) throw new InvalidDataException();

        if (isPart10) Input.Skip(132);
        if (isPart10 || start[0] == 2)
        {
            var group = start[isPart10 ? 132 : 0];
            if (group == 2) ReadMeta();
            Adopt(DicomEncoding.Of(Data.TransferSyntax));
        }
        else Adopt(bare!.Value);
    }

    /// <summary>The meta information (PS3.10, 7.1), whose own first element says how long it is; some files lie, so it ends with its group.</summary>
    void ReadMeta()
    {
        // The group's length: tag, kind, length, value.
        var first = Input.Tag();
        Input.Skip(2);
        var length = Input.Number16();
        var end = long.MaxValue;
        if (first == 0x0002_0000 && length == 4) end = Input.Number32() + Input.Position;
        else Input.Skip(length);
        while (Input.Position < end && !Input.IsAtEnd && Element(0, false))
        {
            if (end == long.MaxValue && Data.Has(Tag.TransferSyntax)) break;
        }

        Data.TransferSyntax = Data.Text(Tag.TransferSyntax);
        if (Data.TransferSyntax == DicomEncoding.Deflated) inputs.Add(Input.Unfold(rest => new DeflateStream(rest, CompressionMode.Decompress)));
    }

    void Adopt(DicomEncoding encoding)
    {
        isExplicit = encoding.IsExplicit;
        Input.IsBigEndian = encoding.IsBigEndian;
    }

    /// <summary>One element; false where a sequence or an item ends.</summary>
    bool Element(int depth, bool isPerFrame)
    {
        var tag = Input.Tag();
        if (tag >> 16 == 0xFFFE)
        {
            Input.Skip(4);
            return false;
        }

        var (length, isSequence, isUnknown) = Length();
        if (tag == Tag.PixelData && depth == 0)
        {
            PixelLength = length == Undefined ? -1 : length;
            return true;
        }

        if (isSequence || length == Undefined)
        {
            var was = isExplicit;
            // PS3.5, 6.2.2, note 2: what is of unknown kind and length is written implicitly.
            if (isUnknown) isExplicit = false;
            Sequence(length, depth + 1, isPerFrame || tag == Tag.PerFrameGroups, isRead: isPerFrame || depth > 0 || tag is Tag.SharedGroups or Tag.PerFrameGroups);
            isExplicit = was;
        }
        else if (length <= LongestValue && Tag.IsWanted(tag)) Data.Add(tag, Input.Take((int)length).ToArray(), Input.IsBigEndian, isPerFrame);
        else Input.Skip(length);
        return true;
    }

    (uint Length, bool IsSequence, bool IsUnknown) Length()
    {
        if (!isExplicit) return (Input.Number32(), false, false);

        var kind = Input.Take(2);
        var (first, second) = ((char)kind[0], (char)kind[1]);
        if (first is < 'A' or > 'Z' || second is < 'A' or > 'Z') throw new InvalidDataException();

        // PS3.5, 7.1.2: these have two bytes of nothing and a length of four.
        var isLong = $"{first}{second}" is "OB" or "OD" or "OF" or "OL" or "OV" or "OW" or "SQ" or "SV" or "UC" or "UN" or "UR" or "UT" or "UV";
        if (!isLong) return (Input.Number16(), false, false);

        Input.Skip(2);
        return (Input.Number32(), (first, second) == ('S', 'Q'), (first, second) == ('U', 'N'));
    }

    /// <param name="length">In bytes, or undefined: then its items are read to find its end.</param>
    /// <param name="isRead">Whether what stands in it is looked at.</param>
    void Sequence(uint length, int depth, bool isPerFrame, bool isRead)
    {
        if (depth > Deepest) throw new InvalidDataException();
        if (length != Undefined && !isRead)
        {
            Input.Skip(length);
            return;
        }

        var end = length == Undefined ? long.MaxValue : Input.Position + length;
        while (Input.Position < end)
        {
            var tag = Input.Tag();
            var item = Input.Number32();
            if (tag == Tag.SequenceEnd) return;
            if (tag != Tag.Item) throw new InvalidDataException();

            var itemEnd = item == Undefined ? long.MaxValue : Input.Position + item;
            while (Input.Position < itemEnd && Element(depth, isPerFrame))
            {
            }
        }
    }
}
