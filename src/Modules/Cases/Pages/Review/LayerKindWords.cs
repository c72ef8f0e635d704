using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Kernel.Localization;
using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Pages.Review;

static class LayerKindWords
{
    public static IEnumerable<SelectListItem> All(Words T) => Enum.GetValues<LayerKind>().Select(kind => new SelectListItem(Of(kind, T), kind.ToString()));

    static string Of(LayerKind kind, Words T) => kind switch
    {
        LayerKind.Bone => T["Osso"],
        LayerKind.Nerve => T["Nervo"],
        LayerKind.Implant => T["Implante"],
        LayerKind.Sleeve => T["Anilha"],
        LayerKind.Teeth => T["Dentes"],
        LayerKind.Jaw => T["Arcada"],
        LayerKind.Guide => T["Guia"],
        _ => T["Outra"],
    };
}
