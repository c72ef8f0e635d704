using System.Text;

using Percurso.Content.Media.Formats;

namespace Percurso.Content.Media;

/// <summary>What a file is, by its first bytes.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="MediaType">Under which it is served.</param>
/// <param name="Extensions">The ends a name may have; empty for what is not taken.</param>
/// <param name="Read">Finds a picture's size and leaves out what the camera wrote; null from it for a broken file.</param>
/// <param name="Refusal">Why it is not taken, with the file's name as <c>{0}</c>.</param>
sealed record FileFormat(string Name, string MediaType, IReadOnlyList<string> Extensions, Func<byte[], PictureData?>? Read = null, string? Refusal = null)
{
    public static readonly FileFormat
        Jpeg = new("JPEG", "image/jpeg", [".jpg", ".jpeg", ".jpe", ".jfif"], Formats.Jpeg.Read),
        Png = new("PNG", "image/png", [".png"], Formats.Png.Read),
        WebP = new("WebP", "image/webp", [".webp"], Formats.WebP.Read),
        Avif = new("AVIF", "image/avif", [".avif"], Formats.Avif.Read),
        Pdf = new("PDF", "application/pdf", [".pdf"]),
        Svg = new("SVG", "", [], Refusal: SvgRefused),
        Heic = new("HEIC", "", [], Refusal: HeicRefused),
        Other = new("", "", [], Refusal: OtherRefused);

    const string SvgRefused = "“{0}” é um desenho SVG, que pode trazer programas escondidos. Exporte-o como PNG ou WebP e envie de novo.";
    const string HeicRefused = "“{0}” está no formato HEIC do iPhone, que muitos navegadores não mostram. Exporte a foto como JPEG e envie de novo.";
    const string OtherRefused = "“{0}” não é JPEG, PNG, WebP, AVIF nem PDF. Salve-o em um desses tipos e envie de novo.";

    public static FileFormat Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when bytes.Length >= 12 => Brand(bytes[8..12]),
        _ => IsSvg(bytes) ? Svg : Other,
    };

    static FileFormat Brand(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("avif"u8) ? Avif
        : brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) ? Heic
        : Other;

    static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        var beginning = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 4096)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return beginning.StartsWith('<') && beginning.Contains("<svg", StringComparison.OrdinalIgnoreCase);
    }
}
