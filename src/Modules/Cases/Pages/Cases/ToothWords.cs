using Percurso.Cases.Domain;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Pages.Cases;

static class ToothWords
{
    /// <summary>What a tooth is called, for those who hear the chart: "primeiro molar inferior esquerdo".</summary>
    public static string Of(int tooth, Words T)
    {
        var (quadrant, place) = (tooth / 10, tooth % 10);
        var name = (Fdi.ShapeOf(tooth), place) switch
        {
            ("incisor", 1) => T["incisivo central"].Value,
            ("incisor", _) => T["incisivo lateral"].Value,
            ("canine", _) => T["canino"].Value,
            ("premolar", 4) => T["primeiro pré-molar"].Value,
            ("premolar", _) => T["segundo pré-molar"].Value,
            (_, 4 or 6) => T["primeiro molar"].Value,
            (_, 5 or 7) => T["segundo molar"].Value,
            _ => T["terceiro molar"].Value,
        };
        var where = quadrant switch
        {
            1 or 5 => T["superior direito"].Value,
            2 or 6 => T["superior esquerdo"].Value,
            3 or 7 => T["inferior esquerdo"].Value,
            _ => T["inferior direito"].Value,
        };
        return quadrant > 4 ? T["{0} de leite {1}", name, where].Value : $"{name} {where}";
    }
}
