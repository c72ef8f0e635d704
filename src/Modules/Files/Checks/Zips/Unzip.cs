using System.IO.Compression;

namespace Percurso.Files.Checks.Zips;

/// <summary>
/// Opens a ZIP, and the ZIPs in it, as a list of files that unfold while they are read. Nothing is written anywhere by an entry's name; a ZIP that
/// lies within another is unfolded to scratch.
/// </summary>
sealed class Unzip(CheckOrder order, long packed) : IDisposable
{
    readonly ZipBudget budget = new(order.Limits, packed, order.Cancel);
    readonly List<IDisposable> opened = [];

    /// <summary>The files in it that are not themselves ZIPs, in the order of the directory.</summary>
    /// <exception cref="CheckRefusedException">It is damaged, locked, hostile or too large.</exception>
    public IReadOnlyList<(SentFile File, FileContent Content)> Files(Stream zip, int depth = 1)
    {
        budget.Descend(depth);
        budget.Enter(ZipDirectory.Count(zip) ?? throw new CheckRefusedException(ZipRules.Damaged));
        try
        {
            var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            opened.Add(archive);
            return [.. archive.Entries.SelectMany(entry => Enter(entry, depth))];
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            throw new CheckRefusedException(ZipRules.Damaged);
        }
    }

    /// <summary>What the platform's reader throws at a broken ZIP, now or when an entry is read.</summary>
    public static bool IsDamage(Exception thrown) =>
        Damage.Is(thrown) || thrown is NotSupportedException or ArgumentException or OverflowException;

    public void Dispose()
    {
        foreach (var one in Enumerable.Reverse(opened)) one.Dispose();
    }

    IEnumerable<(SentFile, FileContent)> Enter(ZipArchiveEntry entry, int depth)
    {
        order.Cancel.ThrowIfCancellationRequested();
        if (!IsWithin(entry.FullName)) throw new CheckRefusedException(ZipRules.Path);
        if (entry.FullName.EndsWith('/') || IsOfTheSystem(entry.FullName)) return [];
        if (entry.IsEncrypted) throw new CheckRefusedException(ZipRules.Locked);

        var paid = false;
        var file = new SentFile(entry.FullName, entry.Length, () =>
        {
            var first = !paid;
            paid = true;
            return new UnfoldedStream(entry.Open(), first ? budget : null);
        });
        // The first reading is of the beginning only; what counts is the whole, so it is paid for on the next.
        var content = Sniff.Of(file with { Open = () => new UnfoldedStream(entry.Open(), budget) });
        return content == FileContent.Zip ? Files(Unfold(file), depth + 1) : [(file, content)];
    }

    Stream Unfold(SentFile file)
    {
        var scratch = order.Scratch();
        opened.Add(scratch);
        using var stream = file.Open();
        stream.CopyTo(scratch);
        scratch.Position = 0;
        return scratch;
    }

    /// <summary>Names are never used as paths, but a ZIP that tries is not let in.</summary>
    static bool IsWithin(string name) =>
        !name.StartsWith('/') && !name.StartsWith('\\') && name is not [_, ':', ..] && !name.Contains('\0', StringComparison.Ordinal)
        && !name.Split('/', '\\').Contains("..");

    static bool IsOfTheSystem(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(name) is ".DS_Store" or "Thumbs.db" or "desktop.ini";
}
