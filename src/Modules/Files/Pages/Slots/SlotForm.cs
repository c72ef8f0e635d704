using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Percurso.Files.Checks;
using Percurso.Files.Contracts;
using Percurso.Files.Slots;
using Percurso.Kernel.Localization;

namespace Percurso.Files.Pages.Slots;

/// <summary>A slot as an administrator writes it.</summary>
class SlotForm
{
    static readonly CultureInfo portuguese = CultureInfo.GetCultureInfo("pt-BR");

    [Required(ErrorMessage = "Escreva o título.")]
    [StringLength(60, ErrorMessage = "O título passa de 60 letras. Escreva-o mais curto.")]
    public string Title { get; set; } = "";

    [StringLength(60, ErrorMessage = "O título passa de 60 letras. Escreva-o mais curto.")]
    public string? TitleEn { get; set; }

    [Required(ErrorMessage = "Escreva para que o item serve.")]
    [StringLength(500, ErrorMessage = "O texto passa de 500 letras. Escreva-o mais curto.")]
    public string Why { get; set; } = "";

    [StringLength(500, ErrorMessage = "O texto passa de 500 letras. Escreva-o mais curto.")]
    public string? WhyEn { get; set; }

    [StringLength(120, ErrorMessage = "Escolha uma imagem da lista.")]
    public string? Example { get; set; }

    public List<string> Takes { get; set; } = [];

    public bool TakesMany { get; set; }

    public bool TakesPhysical { get; set; }

    public Jaw? Jaw { get; set; }

    /// <summary>Of every case.</summary>
    public Need? All { get; set; }

    /// <summary>Of those with one tag.</summary>
    public Dictionary<string, Need?> Kinds { get; set; } = [];

    public static T Of<T>(Slot slot) where T : SlotForm, new() => new()
    {
        Title = slot.Title.In(portuguese),
        TitleEn = slot.Title.ByCulture.GetValueOrDefault("en"),
        Why = slot.Why.In(portuguese),
        WhyEn = slot.Why.ByCulture.GetValueOrDefault("en"),
        Example = slot.Example,
        Takes = [.. slot.Takes],
        TakesMany = slot.TakesMany,
        TakesPhysical = slot.TakesPhysical,
        Jaw = slot.Jaw == Checks.Jaw.Unsaid ? null : slot.Jaw,
        All = Need(slot, Slot.Everybody),
        Kinds = slot.OptionalFor.Concat(slot.RequiredFor).Where(tag => tag != Slot.Everybody).Distinct().ToDictionary(tag => tag, tag => Need(slot, tag)),
    };

    /// <param name="tags">Those there are.</param>
    public SlotWords Read(IReadOnlyList<SubjectKind> tags)
    {
        var needs = tags.Select(kind => (kind.Tag, Need: Kinds.GetValueOrDefault(kind.Tag))).Prepend((Tag: Slot.Everybody, Need: All)).ToList();
        return new(
            Text(Title, TitleEn), Text(Why, WhyEn), string.IsNullOrWhiteSpace(Example) ? null : Example, [.. SortWords.All.Select(sort => $"{sort}").Where(Takes.Contains)],
            TakesMany, TakesPhysical, Jaw is { } jaw && Enum.IsDefined(jaw) ? jaw : Checks.Jaw.Unsaid,
            [.. needs.Where(one => one.Need == Contracts.Need.Required).Select(one => one.Tag)], [.. needs.Where(one => one.Need == Contracts.Need.Optional).Select(one => one.Tag)]);
    }

    static Need? Need(Slot slot, string tag) =>
        slot.RequiredFor.Contains(tag) ? Contracts.Need.Required : slot.OptionalFor.Contains(tag) ? Contracts.Need.Optional : null;

    static LocalText Text(string portuguese, string? english) => string.IsNullOrWhiteSpace(english)
        ? portuguese.Trim()
        : new LocalText(new Dictionary<string, string> { ["pt-BR"] = portuguese.Trim(), ["en"] = english.Trim() });
}
