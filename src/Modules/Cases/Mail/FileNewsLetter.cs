using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;

namespace Percurso.Cases.Mail;

/// <summary>To whoever plans, or could, always: a file was replaced after work could begin, or was somebody else's.</summary>
/// <param name="Case">Which case.</param>
/// <param name="Slot">The item's title.</param>
/// <param name="IsStrange">It was another patient's.</param>
sealed record FileNewsLetter(LetterCase Case, LocalText Slot, bool IsStrange) : ILetter
{
    static string ILetter.Name => "cases.file-news";

    public static string View => "/Mail/FileNews.cshtml";
}
