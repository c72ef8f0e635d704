namespace Percurso.Files.Checks.Photos;

/// <summary>Passes over a scan's coded data and, where it is coded in one pass, measures its light (T.81, annex F).</summary>
static class JpegScan
{
    /// <param name="header">The scan's own header.</param>
    /// <param name="light">What was measured; stays null for what is coded in several passes.</param>
    /// <returns>The marker that follows.</returns>
    public static int Pass(ByteInput input, JpegCoding coding, ReadOnlySpan<byte> header, ref JpegLight? light, CancellationToken cancel)
    {
        var bits = new JpegBits(input);
        if (Parts(coding, header) is { } parts) light = Measure(bits, coding, parts, cancel);

        bits.SkipToMarker();
        while (bits.Marker is >= 0xD0 and <= 0xD7)
        {
            bits = new(input);
            bits.SkipToMarker();
        }

        return bits.Marker!.Value;
    }

    /// <summary>The components with their codes, when the scan holds all of them at once.</summary>
    static ScanPart[]? Parts(JpegCoding coding, ReadOnlySpan<byte> header)
    {
        var count = coding.Components.Count;
        if (count == 0 || header.Length < 1 + 2 * count || header[0] != count) return null;

        var parts = new ScanPart[count];
        for (var i = 0; i < count; i++)
        {
            var (id, tables) = (header[1 + 2 * i], header[2 + 2 * i]);
            var component = coding.Components[i];
            if (component.Id != id || coding.Direct(tables >> 4) is not { } direct || coding.Alternating(tables & 15) is not { } alternating || coding.Quantisation(component) is not { } quantisation) throw new InvalidDataException();
            // Alone, a component's blocks come one by one.
            parts[i] = new(count == 1 ? component with { Across = 1, Down = 1 } : component, direct, alternating, quantisation);
        }

        return parts;
    }

    static JpegLight Measure(JpegBits bits, JpegCoding coding, ScanPart[] parts, CancellationToken cancel)
    {
        var most = (Across: parts.Max(part => part.Component.Across), Down: parts.Max(part => part.Component.Down));
        var units = (Across: (coding.Width + 8 * most.Across - 1) / (8 * most.Across), Down: (coding.Height + 8 * most.Down - 1) / (8 * most.Down));
        var light = new JpegLight { Small = JpegSmall.For([.. parts.Select(part => part.Component)], (coding.Width, coding.Height), most, units) };
        Span<int> before = stackalloc int[3];
        var last = (long)units.Across * units.Down - 1;
        for (long unit = 0; unit <= last; unit++)
        {
            if ((unit & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            if (coding.RestartInterval > 0 && unit > 0 && unit % coding.RestartInterval == 0)
            {
                bits.Restart();
                before.Clear();
            }

            var place = ((int)(unit % units.Across), (int)(unit / units.Across));
            for (var i = 0; i < parts.Length; i++)
                for (var block = 0; block < parts[i].Component.Across * parts[i].Component.Down; block++)
                {
                    var detail = Block(bits, parts[i], ref before[i]);
                    var mean = before[i] * parts[i].Quantisation[0] / 8.0 + 128;
                    if (i == 0) light.Add(mean, detail);
                    light.Small?.Set(i, place, block, mean);
                }

            if (bits.IsSpent && unit < last) throw new EndOfStreamException();
        }

        return light;
    }

    /// <summary>The strength of a block's finer detail.</summary>
    static double Block(JpegBits bits, ScanPart part, ref int before)
    {
        var size = part.Direct.Decode(bits);
        if (size > 15) throw new InvalidDataException();

        before += bits.Signed(size);
        double detail = 0;
        for (var at = 1; at < 64; at++)
        {
            var code = part.Alternating.Decode(bits);
            var (zeros, length) = (code >> 4, code & 15);
            if (length == 0)
            {
                if (zeros != 15) break;
                at += 15;
                continue;
            }

            at += zeros;
            if (at > 63) throw new InvalidDataException();

            var strength = bits.Signed(length) * part.Quantisation[at];
            if (at >= JpegLight.Fine) detail += (double)strength * strength;
        }

        return Math.Sqrt(detail);
    }

    readonly record struct ScanPart(JpegComponent Component, HuffmanTable Direct, HuffmanTable Alternating, ushort[] Quantisation);
}
