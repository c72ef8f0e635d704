using Percurso.Content.Texts;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Navigation;

namespace Percurso.Content.Menus;

/// <summary>One entry: a page of the site, an address, or a heading that only holds others.</summary>
/// <param name="Text">What it says; for a page it may be empty, and is then the page's title.</param>
/// <param name="PageId">The page it leads to, wherever that is by now.</param>
/// <param name="Address">Where it leads, if not to a page.</param>
/// <param name="Within">Entries under it, one level deep.</param>
sealed record MenuEntry(Guid Id, string Text, Guid? PageId, string? Address, IReadOnlyList<MenuEntry> Within)
{
    public const int TextLength = 60, AddressLength = 400;

    /// <exception cref="RuleBrokenException">It would say nothing, or lead where no link may.</exception>
    public static MenuEntry Of(Guid id, string? text, Guid? page, string? address, IReadOnlyList<MenuEntry> within)
    {
        var (words, to) = (text?.Trim() ?? "", string.IsNullOrWhiteSpace(address) ? null : address.Trim());
        if (page is not null) return new(id, words, page, null, within);
        if (words.Length == 0) throw new RuleBrokenException("Escreva o que o item diz, ou escolha uma página, cujo título ele toma.");
        if (to is not null && !SafeLink.IsAllowed(to)) throw new RuleBrokenException("Este endereço não serve para um menu. Escreva um caminho do site, como /contato, ou um endereço que comece com https://.");
        return new(id, words, null, to, within);
    }
}

/// <summary>A way an entry can be moved by a button.</summary>
enum MenuMove
{
    Up,
    Down,

    /// <summary>Under the entry before it.</summary>
    In,

    /// <summary>Behind the entry it is under.</summary>
    Out,
}

/// <summary>A menu of the institutional pages in one language: entries, and entries under them.</summary>
sealed class SiteMenu : Aggregate
{
    public const int MostEntries = 60;

    SiteMenu() { }

    public SiteMenu(MenuPlace place, string culture) => (Place, Culture) = (place, culture);

    public MenuPlace Place { get; private set; }
    public string Culture { get; private set; } = "";
    public IReadOnlyList<MenuEntry> Entries { get; private set; } = [];

    public IEnumerable<MenuEntry> All => Entries.SelectMany(entry => entry.Within.Prepend(entry));

    /// <exception cref="RuleBrokenException">There are too many.</exception>
    public void Add(MenuEntry entry)
    {
        if (All.Count() >= MostEntries) throw new RuleBrokenException("Um menu tem até 60 itens. Tire algum antes de pôr outro.");

        Set([.. Entries, entry]);
    }

    /// <summary>Gives an entry other words or another aim; what is under it stays.</summary>
    public void Change(MenuEntry changed) => Set([.. Entries.Select(entry => entry.Id == changed.Id
        ? changed with { Within = entry.Within }
        : entry with { Within = [.. entry.Within.Select(one => one.Id == changed.Id ? changed with { Within = [] } : one)] })]);

    /// <summary>Removes an entry, and what is under it.</summary>
    public void Remove(Guid id) => Set([.. Without(Entries, id)]);

    /// <summary>Moves an entry by one step; one that cannot go that way stays.</summary>
    public void Move(Guid id, MenuMove move)
    {
        if (Entries.FirstOrDefault(entry => entry.Id == id) is { } top)
        {
            var at = Index(Entries, id);
            if (move is MenuMove.Up or MenuMove.Down) Set(Swapped(Entries, at, move));
            else if (move == MenuMove.In && at > 0 && top.Within.Count == 0)
                Set([.. Without(Entries, id).Select((entry, number) => number == at - 1 ? entry with { Within = [.. entry.Within, top] } : entry)]);
        }
        else if (Entries.FirstOrDefault(entry => entry.Within.Any(one => one.Id == id)) is { } parent)
        {
            var (at, child) = (Index(Entries, parent.Id), parent.Within.First(one => one.Id == id));
            if (move is MenuMove.Up or MenuMove.Down) Replace(parent with { Within = Swapped(parent.Within, Index(parent.Within, id), move) });
            else if (move == MenuMove.Out) Set([.. Without(Entries, id).Take(at + 1), child, .. Without(Entries, id).Skip(at + 1)]);
        }
    }

    /// <summary>Puts an entry where it was dropped.</summary>
    /// <param name="id">Which.</param>
    /// <param name="under">Under this one; null for none.</param>
    /// <param name="before">Before this one of them; null for last.</param>
    public void PutAt(Guid id, Guid? under, Guid? before)
    {
        if (All.FirstOrDefault(entry => entry.Id == id) is not { } moved || under == id) return;
        if (under is not null && (moved.Within.Count > 0 || Entries.All(entry => entry.Id != under))) return;

        var rest = Without(Entries, id).ToList();
        Set(under is null
            ? Inserted(rest, moved, before)
            : [.. rest.Select(entry => entry.Id == under ? entry with { Within = Inserted(entry.Within, moved, before) } : entry)]);
    }

    static List<MenuEntry> Inserted(IReadOnlyList<MenuEntry> entries, MenuEntry moved, Guid? before)
    {
        var at = before is { } id ? Index(entries, id) : -1;
        List<MenuEntry> all = [.. entries];
        all.Insert(at < 0 ? all.Count : at, moved);
        return all;
    }

    static int Index(IReadOnlyList<MenuEntry> entries, Guid id)
    {
        for (var at = 0; at < entries.Count; at++)
            if (entries[at].Id == id) return at;
        return -1;
    }

    static IEnumerable<MenuEntry> Without(IEnumerable<MenuEntry> entries, Guid id) => entries
        .Where(entry => entry.Id != id)
        .Select(entry => entry.Within.Any(one => one.Id == id) ? entry with { Within = [.. entry.Within.Where(one => one.Id != id)] } : entry);

    static List<MenuEntry> Swapped(IReadOnlyList<MenuEntry> entries, int at, MenuMove move)
    {
        List<MenuEntry> all = [.. entries];
        var other = move == MenuMove.Up ? at - 1 : at + 1;
        if (other >= 0 && other < all.Count) (all[at], all[other]) = (all[other], all[at]);
        return all;
    }

    void Replace(MenuEntry changed) => Set([.. Entries.Select(entry => entry.Id == changed.Id ? changed : entry)]);

    void Set(IReadOnlyList<MenuEntry> entries)
    {
        Entries = entries;
        Changed();
    }
}
