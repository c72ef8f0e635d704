using Percurso.Viewer.Contracts;

namespace Percurso.Viewer.Domain;

/// <summary>The colours layers have at first: those people of the field expect, told apart without red and green.</summary>
static class Palette
{
    public static string Of(LayerKind kind) => kind switch
    {
        LayerKind.Bone => "#e6d9b8",
        LayerKind.Nerve => "#e08a1e",
        LayerKind.Implant => "#7f8fa6",
        LayerKind.Sleeve => "#4a6fa5",
        LayerKind.Teeth => "#f2ead6",
        LayerKind.Jaw => "#d9a79c",
        LayerKind.Guide => "#3fa7a0",
        _ => "#9b8bb4",
    };
}
