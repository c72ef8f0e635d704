namespace Percurso.Content.Contracts;

/// <summary>What the media library holds.</summary>
public enum MediaKind
{
    /// <summary>In as many sizes as its uploader's browser made.</summary>
    Picture,

    /// <summary>A PDF.</summary>
    Document,
}
