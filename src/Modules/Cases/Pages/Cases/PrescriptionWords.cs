using System.Globalization;

using Percurso.Cases.Contracts;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Pages.Cases;

/// <summary>What is asked for, as people say it.</summary>
static class PrescriptionWords
{
    public static string In(this GuideSupport support, Words T) => support switch
    {
        GuideSupport.Teeth => T["Apoiado em dentes"].Value,
        GuideSupport.Mucosa => T["Apoiado em mucosa"].Value,
        _ => T["Apoiado em osso"].Value,
    };

    public static string In(this Drilling drilling, Words T) =>
        drilling == Drilling.Pilot ? T["Só a primeira broca (piloto)"].Value : T["Totalmente guiada"].Value;

    public static string In(this Output output, Words T) =>
        output == Output.Printed ? T["Vocês imprimem"].Value : T["Só os arquivos; imprimo em outro lugar"].Value;

    /// <summary>"Neodent Grand Morse Helix GM, 3,75 × 11,5 mm".</summary>
    public static string In(this PlannedImplant implant, Words T)
    {
        if (implant.WeChoose) return T["Vocês escolhem"].Value;

        var named = string.Join(' ', new[] { implant.Brand, implant.Line, implant.Platform }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var size = (implant.Diameter, implant.Length) switch
        {
            ({ } wide, { } @long) => $"{Said(wide)} × {Said(@long)} mm",
            ({ } wide, null) => $"⌀ {Said(wide)} mm",
            (null, { } @long) => $"{Said(@long)} mm",
            _ => null,
        };
        return string.Join(", ", new[] { named, size }.Where(part => !string.IsNullOrEmpty(part)));
    }

    static string Said(decimal millimetres) => millimetres.ToString("0.##", CultureInfo.CurrentCulture);
}
