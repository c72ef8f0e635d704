namespace Percurso.Files.Checks.Photos;

/// <summary>
/// Light and detail of a picture, from the coefficients of its blocks of 8 × 8 pixels without making the pixels: the first says how bright a block is, those
/// after it how much detail of which fineness it has (T.81, A.3.3).
/// </summary>
sealed class JpegLight
{
    /// <summary>From this place in the zigzag on, details are finer than four pixels.</summary>
    public const int Fine = 6;

    const int Steps = 1024;

    readonly int[] brightness = new int[256], detail = new int[Steps];
    int blocks;

    /// <summary>That three quarters of the blocks do not reach, 0 to 255: a mouth in good light may stand before a black ground.</summary>
    public double Brightness => At(brightness, 0.75);

    /// <summary>Of the sharpest fiftieth of the blocks: what lies in the focus of a photograph is seldom more.</summary>
    public double Sharpness => At(detail, 0.98);

    /// <summary>The picture itself, an eighth of its size; null for one that is too large.</summary>
    public JpegSmall? Small { get; init; }

    public void Add(double bright, double fine)
    {
        brightness[(int)Math.Clamp(bright, 0, 255)]++;
        detail[(int)Math.Clamp(fine, 0, Steps - 1)]++;
        blocks++;
    }

    int At(int[] counts, double share)
    {
        var left = (long)(share * blocks);
        for (var step = 0; step < counts.Length; step++)
            if ((left -= counts[step]) < 0) return step;
        return counts.Length - 1;
    }
}
