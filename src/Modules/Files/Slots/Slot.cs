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

    /// <summary>Tags of subjects, of which one is enough.</summary>
    public List<string> RequiredFor { get; private set; } = [];
    public List<string> OptionalFor { get; private set; } = [];
    public int Position { get; private set; }
    public bool IsRetired { get; private set; }

    public void Describe(SlotWords words)
    {
        if (words.Takes.Count == 0) throw new RuleBrokenException("Diga que tipo de arquivo este item recebe.") { Field = "Input.Takes" };

        (Title, Why, Example, Takes) = (words.Title, words.Why, words.Example, [.. words.Takes]);
        (TakesMany, TakesPhysical) = (words.TakesMany, words.TakesPhysical);
        (RequiredFor, OptionalFor, Position) = ([.. words.RequiredFor], [.. words.OptionalFor], words.Position);
        Changed();
    }

    public void Retire(bool isRetired)
    {
        IsRetired = isRetired;
        Changed();
    }

    /// <summary>Null where it has nothing to do with such a subject.</summary>
    public Need? NeedOf(IReadOnlySet<string> tags) =>
        IsRetired ? null : Speaks(RequiredFor, tags) ? Need.Required : Speaks(OptionalFor, tags) ? Need.Optional : null;

    public SlotView AsView() => new(Key, Title, Why, Example, Takes, TakesMany, TakesPhysical);

    static bool Speaks(List<string> of, IReadOnlySet<string> tags) => of.Contains(Everybody) || of.Exists(tags.Contains);
}

/// <summary>What the administration writes of a slot.</summary>
sealed record SlotWords(
    LocalText Title, LocalText Why, string? Example, IReadOnlyList<string> Takes, bool TakesMany, bool TakesPhysical,
    IReadOnlyList<string> RequiredFor, IReadOnlyList<string> OptionalFor, int Position);
