namespace Percurso.Files.Checks.Photos;

/// <summary>What a photograph was found to be.</summary>
/// <param name="Width">As it is shown, in pixels.</param>
/// <param name="Height">As it is shown, in pixels.</param>
/// <param name="Kept">Without what the camera wrote, but for the colours and which side is up.</param>
sealed record PhotoFound(int Width, int Height, Rewrite Kept)
{
    /// <summary>How bright its brighter parts are, 0 to 255; null where that was not measured.</summary>
    public double? Brightness { get; init; }

    /// <summary>How strong the finest detail of its sharpest parts is; null where that was not measured.</summary>
    public double? Sharpness { get; init; }

    /// <summary>Small and upright; null where that was not measured.</summary>
    public Preview? Small { get; init; }
}
