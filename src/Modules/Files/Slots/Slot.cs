using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;

namespace Percurso.Files.Slots;

/// <summary>One line of the company's list of what it needs. Lines are retired, never removed: files lie in them.</summary>
sealed class Slot : Aggregate
{
    /// <summary>In <see cref="RequiredFor"/> and <see cref="OptionalFor"/>: for every subject.</summary>
    public const string Everybody = "*";

    public const int KeyLength = 40;

    Slot() { }

    /// <param name="key">Small letters, figures and hyphens.</param>
    public Slot(string key) => Key = key;

    public string Key { get; private init; } = "";
    public LocalText Title { get; private set; } = "";
    public LocalText Why { get; private set; } = "";
    public string? Example { get; private set; }
    public List<string> Takes { get; private set; } = [];
    public bool TakesMany { get; private set; }
    public bool TakesPhysical { get; private set; }

    /// <summary>Which mesh of a scanner's ZIP goes here, whichever slot the ZIP was sent to.</summary>
    public Jaw Jaw { get; private set; }

    /// <summary>Tags of subjects, of which one is enough.</summary>
    public List<string> RequiredFor { get; private set; } = [];
    public List<string> OptionalFor { get; private set; } = [];
    public int Position { get; private set; }
    public bool IsRetired { get; private set; }

    /// <summary>What the administration wrote instead of the rules' own limits, by the rule's key.</summary>
    public IReadOnlyDictionary<string, SlotLimit> OwnLimits { get; private set; } = new Dictionary<string, SlotLimit>();

    /// <summary>What a file may be.</summary>
    public FileSort Sorts => Takes.Select(Enum.Parse<FileSort>).Aggregate(FileSort.None, (one, other) => one | other);

    /// <summary>The limits that hold here.</summary>
    public Limits Limits => new(OwnLimits.Where(own => Rules.Find(own.Key)?.Limit is not null).ToDictionary(own => own.Key, own => own.Value.For(Rules.Find(own.Key)!)));

    public void Describe(SlotWords words)
    {
        if (words.Takes.Count == 0) throw new RuleBrokenException("Diga que tipo de arquivo este item recebe.") { Field = "Input.Takes" };

        (Title, Why, Example, Takes, Jaw) = (words.Title, words.Why, words.Example, [.. words.Takes], words.Jaw);
        (TakesMany, TakesPhysical) = (words.TakesMany, words.TakesPhysical);
        (RequiredFor, OptionalFor) = ([.. words.RequiredFor], [.. words.OptionalFor]);
        Told();
    }

    /// <summary>Its place in the company's order; lower comes first.</summary>
    public void Place(int position)
    {
        Position = position;
        Changed();
    }

    /// <param name="rule">One with a limit.</param>
    /// <param name="own">Null for the rule's own.</param>
    public void Limit(Rule rule, SlotLimit? own)
    {
        own?.Demand(rule);
        var limits = OwnLimits.Where(one => one.Key != rule.Key).ToDictionary();
        if (own is not null && own.For(rule) != rule.Limit) limits[rule.Key] = own;
        OwnLimits = limits;
        Changed();
    }

    public void Retire(bool isRetired)
    {
        IsRetired = isRetired;
        Told();
    }

    /// <summary>Null where it has nothing to do with such a subject.</summary>
    public Need? NeedOf(IReadOnlySet<string> tags) =>
        IsRetired ? null : Speaks(RequiredFor, tags) ? Need.Required : Speaks(OptionalFor, tags) ? Need.Optional : null;

    public SlotView AsView() => new(Key, Title, Why, Example, Takes, TakesMany, TakesPhysical, IsRetired);

    static bool Speaks(List<string> of, IReadOnlySet<string> tags) => of.Contains(Everybody) || of.Exists(tags.Contains);

    /// <summary>A new one asks nothing of those who are sending already.</summary>
    void Told()
    {
        if (Version > 0) Record(new SlotChanged(Key));
        Changed();
    }
}

/// <summary>What the administration writes of a slot.</summary>
sealed record SlotWords(
    LocalText Title, LocalText Why, string? Example, IReadOnlyList<string> Takes, bool TakesMany, bool TakesPhysical, Jaw Jaw,
    IReadOnlyList<string> RequiredFor, IReadOnlyList<string> OptionalFor);
