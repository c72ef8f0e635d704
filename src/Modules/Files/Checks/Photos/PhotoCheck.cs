namespace Percurso.Files.Checks.Photos;

/// <summary>Judges a photograph, and leaves the place where it was taken out of what is kept.</summary>
static class PhotoCheck
{
    public static Verdict Judge(SentFile file, FileContent content, CheckOrder order)
    {
        using var stream = file.Open();
        if (Read(stream, content, order.Cancel) is not { } photo) return Findings.Refuse(FileSort.Photograph, PhotoRules.Damaged);

        var findings = new Findings(order.Limits);
        findings.Measure(PhotoRules.Small, Math.Min(photo.Width, photo.Height));
        findings.Measure(PhotoRules.Large, (double)photo.Width * photo.Height / 1e6);
        if (photo.Brightness is { } brightness) findings.Measure(PhotoRules.Dark, brightness);
        if (photo.Sharpness is { } sharpness) findings.Measure(PhotoRules.Blurred, sharpness);
        return new(FileSort.Photograph, findings.Heaviest, [PhotoRules.Size.Of(photo.Width, photo.Height)], photo.Small is { } small ? [small] : []) { Kept = photo.Kept };
    }

    /// <summary>Null for one that breaks off.</summary>
    static PhotoFound? Read(Stream stream, FileContent content, CancellationToken cancel)
    {
        try
        {
            using var input = new ByteInput(stream) { IsBigEndian = true };
            return content == FileContent.Jpeg ? Jpeg.Read(input, cancel) : Png.Read(input, cancel);
        }
        catch (Exception broken) when (Damage.Is(broken))
        {
            return null;
        }
    }
}
