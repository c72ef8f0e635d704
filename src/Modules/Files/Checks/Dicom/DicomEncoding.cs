namespace Percurso.Files.Checks.Dicom;

/// <summary>How a data set is written (PS3.5, annex A).</summary>
/// <param name="IsExplicit">Each element says its own kind of value.</param>
/// <param name="IsBigEndian">Retired, and still met.</param>
readonly record struct DicomEncoding(bool IsExplicit, bool IsBigEndian)
{
    public const string Deflated = "1.2.840.10008.1.2.1.99";

    public static DicomEncoding Of(string transferSyntax) => transferSyntax switch
    {
        "1.2.840.10008.1.2" => new(false, false),
        "1.2.840.10008.1.2.2" => new(true, true),
        _ => new(true, false),
    };

    /// <summary>JPEG baseline and extended, JPEG-LS near-lossless: what they left out is gone, whether or not the file says so.</summary>
    public static bool IsLossy(string transferSyntax) =>
        transferSyntax is "1.2.840.10008.1.2.4.50" or "1.2.840.10008.1.2.4.51" or "1.2.840.10008.1.2.4.81";
}
