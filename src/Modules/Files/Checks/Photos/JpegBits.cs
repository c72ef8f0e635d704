namespace Percurso.Files.Checks.Photos;

/// <summary>The bits of a scan (T.81, F.2.2.5): a byte FF is followed by 00, or is a marker and ends them.</summary>
sealed class JpegBits(ByteInput input)
{
    ulong held;
    int count, beyond;

    /// <summary>The marker at which the bits end; null while they go on.</summary>
    public int? Marker { get; private set; }

    /// <summary>Whether more was asked for than there was, so that the picture breaks off.</summary>
    public bool IsSpent => beyond > 4;

    /// <summary>The next bits, which stay; after the end there are ones.</summary>
    public int Peek(int bits)
    {
        while (count < bits) Fill();
        return (int)(held >> count - bits) & (1 << bits) - 1;
    }

    public void Drop(int bits) => count -= bits;

    /// <summary>A number of so many bits, extended by its sign (T.81, F.2.2.1).</summary>
    public int Signed(int bits)
    {
        if (bits == 0) return 0;

        var number = Peek(bits);
        Drop(bits);
        return number < 1 << bits - 1 ? number - (1 << bits) + 1 : number;
    }

    /// <summary>Passes over the marker between two stretches of units.</summary>
    public void Restart()
    {
        count = 0;
        SkipToMarker();
        if (Marker is < 0xD0 or > 0xD7) throw new InvalidDataException();
        Marker = null;
    }

    /// <summary>Passes over what is left, up to the next marker.</summary>
    public void SkipToMarker()
    {
        while (Marker is null) Next();
    }

    void Fill()
    {
        if (Marker is not null) beyond++;
        held = held << 8 | (Marker is null ? Next() : (byte)0xFF);
        count += 8;
    }

    byte Next()
    {
        var one = input.Byte();
        if (one != 0xFF) return one;

        var next = input.Byte();
        while (next == 0xFF) next = input.Byte();
        if (next == 0) return 0xFF;

        Marker = next;
        return 0xFF;
    }
}
