namespace Percurso.Content.Texts;

/// <summary>
/// Which addresses a text may lead to: https, http, mailto, tel, a path of this site, a place on the page. Browsers drop tabs and
/// line ends inside a scheme and read a backslash as a slash, so an address with any of these is none.
/// </summary>
static class SafeLink
{
    static readonly string[] schemes = ["https:", "http:", "mailto:", "tel:"];

    public static bool IsAllowed(string? address) =>
        !string.IsNullOrEmpty(address)
        && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter == '\\')
        && (IsOwn(address) || Array.Exists(schemes, scheme => address.Length > scheme.Length && address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)));

    static bool IsOwn(string address) => address[0] switch
    {
        '#' => true,
        '/' => address.Length == 1 || address[1] != '/',
        _ => false,
    };
}
