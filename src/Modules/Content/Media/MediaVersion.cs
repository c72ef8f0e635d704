using Percurso.Content.Contracts;

namespace Percurso.Content.Media;

/// <summary>What one upload brought: a picture in the sizes its browser made, or a document. Never changed afterwards.</summary>
sealed class MediaVersion
{
    readonly List<MediaFile> files = [];

    MediaVersion() { }

    public MediaVersion(string fileName, IReadOnlyList<CheckedFile> checkedFiles, Guid? by, DateTime now)
    {
        var main = checkedFiles.MaxBy(file => file.Width ?? 0)!;
        (FileName, MediaType, Size, Hash) = (fileName, main.MediaType, main.Bytes.Length, main.Hash);
        (Width, Height, Pages, By, At) = (main.Width, main.Height, main.Pages, by, now);
        files.AddRange(checkedFiles.DistinctBy(file => file.Hash).Select(file => new MediaFile(file)));
    }

    public Guid ItemId { get; private set; }
    public int Number { get; private set; }

    /// <summary>As the uploader's machine called it.</summary>
    public string FileName { get; private set; } = "";
    public string MediaType { get; private set; } = "";

    /// <summary>Bytes of the largest file.</summary>
    public long Size { get; private set; }

    /// <summary>Of the largest file; under it the bytes are kept and served.</summary>
    public string Hash { get; private set; } = "";
    public int? Width { get; private set; }
    public int? Height { get; private set; }

    /// <summary>Of a document.</summary>
    public int? Pages { get; private set; }

    /// <summary>The uploader's account; null where a recipe brought it.</summary>
    public Guid? By { get; private set; }
    public DateTime At { get; private set; }

    public IReadOnlyList<MediaFile> Files => files;
    public MediaKind Kind => Pages is null ? MediaKind.Picture : MediaKind.Document;

    internal void Become(Guid item, int number) => (ItemId, Number) = (item, number);
}

/// <summary>One size and format of a version; its bytes are kept apart, under their hash.</summary>
sealed class MediaFile
{
    MediaFile() { }

    public MediaFile(CheckedFile file) => (Hash, MediaType, Width, Height) = (file.Hash, file.MediaType, file.Width, file.Height);

    public Guid ItemId { get; private set; }
    public int Number { get; private set; }
    public string Hash { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    public int? Width { get; private set; }
    public int? Height { get; private set; }
}

/// <summary>Bytes under the SHA-256 of themselves: the same file is kept once, and what an address shows never changes.</summary>
sealed record MediaBytes(string Hash, string MediaType, long Size, byte[] Bytes);

/// <summary>A folder of the library, by its whole path.</summary>
sealed record MediaFolder(string Path);
