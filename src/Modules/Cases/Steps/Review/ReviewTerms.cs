using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Steps.Review;

/// <summary>How the company reviews its own work.</summary>
/// <param name="Checklist">What whoever releases a version must have looked at.</param>
/// <param name="OwnWorkAllowed">Authors may release their own versions: for a company of one planner, and said on the page.</param>
sealed record ReviewTerms(IReadOnlyList<LocalText> Checklist, bool OwnWorkAllowed = false) : ISettingsGroup
{
    public static readonly ReviewTerms None = new([]);

    public static string Key => "cases.review";
}
