using Percurso.Content.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;

namespace Percurso.Content.Media;

/// <summary>
/// A public picture or document of the company, known by its key for ever. A new file makes a new version of the same item;
/// whoever shows the key shows the current one.
/// </summary>
sealed class MediaItem : Aggregate
{
    public const int KeyLength = 80;
    public const int TitleLength = 120;
    public const int AltLength = 300;

    readonly List<MediaVersion> versions = [];

    MediaItem() { }

    public MediaItem(string key, MediaKind kind, string title, string folder, DateTime now) =>
        (Key, Kind, Title, Folder, MadeAt) = (key, kind, title, folder, now);

    /// <summary>Small letters, digits and hyphens; never changes.</summary>
    public string Key { get; private set; } = "";
    public MediaKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Names of folders with <c>/</c> between; empty outside of all.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>What a picture shows, for those who do not see it; null until somebody has said it.</summary>
    public LocalText? Alt { get; private set; }

    /// <summary>What must stay in sight when a picture is cut, in percent from the left.</summary>
    public int FocalX { get; private set; } = 50;

    /// <summary>The same from the top.</summary>
    public int FocalY { get; private set; } = 50;

    /// <summary>The current version.</summary>
    public int Number { get; private set; }
    public DateTime MadeAt { get; private set; }

    public IReadOnlyList<MediaVersion> Versions => versions;
    public MediaVersion Current => versions.Single(version => version.Number == Number);

    /// <summary>A picture nobody has described cannot be put on a page.</summary>
    public bool IsReady => Kind == MediaKind.Document || Alt is not null;

    /// <summary>Makes a new current version.</summary>
    /// <exception cref="RuleBrokenException">It is of another kind than the item.</exception>
    public void Take(MediaVersion version)
    {
        if (version.Kind != Kind)
            throw new RuleBrokenException("Este item é de outro tipo. Troque imagem por imagem e PDF por PDF, ou envie como item novo.");

        version.Become(Id, ++Number);
        versions.Add(version);
        Changed();
    }

    public void Describe(string title, LocalText? alt, int focalX, int focalY)
    {
        if (Kind == MediaKind.Picture && alt is null)
            throw new RuleBrokenException("Escreva o que a imagem mostra: é o que ouve quem não a vê.");

        (Title, Alt) = (title, Kind == MediaKind.Picture ? alt : null);
        (FocalX, FocalY) = (Math.Clamp(focalX, 0, 100), Math.Clamp(focalY, 0, 100));
        Changed();
    }

    public void Move(string folder)
    {
        Folder = folder;
        Changed();
    }
}
