namespace Percurso.Content.Media;

/// <summary>Addresses of what is in the library. One that bears a hash shows the same bytes for ever.</summary>
static class MediaUrl
{
    /// <summary>Of these very bytes.</summary>
    public static string Of(string hash, string key, string mediaType, int? width = null) =>
        $"/midia/{hash}/{key}{(width is null ? "" : $"-{width}")}.{Extension(mediaType)}";

    /// <summary>Of whatever is current under the key.</summary>
    public static string Current(string key) => $"/midia/{key}";

    static string Extension(string mediaType) => mediaType switch
    {
        "image/jpeg" => "jpg",
        "application/pdf" => "pdf",
        _ => mediaType["image/".Length..],
    };
}
