using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Viewer.Contracts;

namespace Percurso.Cases.Pages.Review;

/// <summary>The ways along a file's axes as people write them, in every language.</summary>
static class AxisWords
{
    public static IEnumerable<SelectListItem> All => Enum.GetValues<Axis>().Select(axis => new SelectListItem(Of(axis), axis.ToString()));

    public static string Of(Axis axis) => axis switch
    {
        Axis.XPlus => "+x",
        Axis.XMinus => "−x",
        Axis.YPlus => "+y",
        Axis.YMinus => "−y",
        Axis.ZPlus => "+z",
        _ => "−z",
    };
}
