using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Steps.Review;

/// <summary>What a dentist declares by approving a final plan. Each approval keeps the words it was given with.</summary>
/// <param name="Number">From 1; each change of the words is the next.</param>
/// <param name="Text">In full; paragraphs are apart by a line.</param>
sealed record ApprovalStatement(int Number, LocalText Text) : ISettingsGroup
{
    public const int TextLength = 6000;

    public static string Key => "cases.approval-statement";
}
