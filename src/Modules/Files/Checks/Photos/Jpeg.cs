using Percurso.Kernel.Pictures;

namespace Percurso.Files.Checks.Photos;

/// <summary>
/// Reads a JPEG by its markers (ITU-T T.81, annex B). Kept are the picture, its colour profile and which side is up; all other application segments,
/// comments and whatever follows the end are left out. Of the picture itself, light and detail are measured where it is coded in one pass.
/// </summary>
static class Jpeg
{
    const byte StartOfImage = 0xD8, StartOfScan = 0xDA, End = 0xD9, QuantisationTables = 0xDB, HuffmanTables = 0xC4, Restart = 0xDD, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    /// <exception cref="InvalidDataException">It is not a sound JPEG.</exception>
    /// <exception cref="EndOfStreamException">It breaks off.</exception>
    public static PhotoFound Read(ByteInput input, CancellationToken cancel)
    {
        input.Skip(2);
        var kept = new Rewrite().Keep(0, 2);
        var coding = new JpegCoding();
        var orientation = 1;
        JpegLight? light = null;
        for (int? next = null; ;)
        {
            cancel.ThrowIfCancellationRequested();
            var (marker, from) = (next ?? Marker(input), input.Position - 2);
            next = null;
            if (marker == End)
            {
                kept.Keep(from, 2);
                return coding.Width == 0 || coding.Height == 0 ? throw new InvalidDataException()
                    : (orientation >= 5 ? new PhotoFound(coding.Height, coding.Width, kept) : new(coding.Width, coding.Height, kept)) with { Brightness = light?.Brightness, Sharpness = light?.Sharpness, Small = light?.Small?.Draw(orientation) };
            }

            if (marker is StartOfImage or 0x01 or (>= 0xD0 and <= 0xD7)) throw new InvalidDataException();

            var length = input.Number16() - 2;
            if (length < 0) throw new InvalidDataException();

            var segment = input.Take(length);
            if (marker == App1 && Exif.Orientation(segment) is { } side)
            {
                orientation = side;
                kept.Write(Exif.Only(side));
            }

            Learn(coding, (byte)marker, segment);
            if (IsKept((byte)marker, segment)) kept.Keep(from, length + 4);
            if (marker != StartOfScan) continue;

            var scan = input.Position;
            next = JpegScan.Pass(input, coding, segment, ref light, cancel);
            kept.Keep(scan, input.Position - 2 - scan);
        }
    }

    static int Marker(ByteInput input)
    {
        if (input.Take(1)[0] != 0xFF) throw new InvalidDataException();

        var marker = input.Take(1)[0];
        while (marker == 0xFF) marker = input.Take(1)[0];
        return marker;
    }

    static void Learn(JpegCoding coding, byte marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case QuantisationTables:
                coding.AddQuantisation(segment);
                break;
            case HuffmanTables:
                coding.AddHuffman(segment);
                break;
            case Restart when segment.Length >= 2:
                coding.RestartInterval = segment[0] << 8 | segment[1];
                break;
            case >= 0xC0 and <= 0xCF and not (0xC8 or 0xCC):
                coding.SetFrame(marker, segment);
                break;
        }
    }

    static bool IsKept(byte marker, ReadOnlySpan<byte> segment) => marker switch
    {
        App2 => segment.StartsWith("ICC_PROFILE\0"u8),
        App0 or App14 => true,
        >= App1 and <= App15 or Comment => false,
        _ => true,
    };
}
