using System.Globalization;

using Percurso.Kernel;

namespace Percurso.Production.Contracts;

/// <summary>What things are printed of.</summary>
/// <param name="Surcharge">What a piece of it costs more than one of the usual material; nothing for that one.</param>
/// <param name="Note">What one should know before choosing it.</param>
public sealed record MaterialView(Guid Id, string Title, string TitleEn, Money Surcharge, string? Note)
{
    /// <summary>In the reader's language.</summary>
    public string TitleIn(CultureInfo culture) => culture.TwoLetterISOLanguageName == "pt" || TitleEn.Length == 0 ? Title : TitleEn;
}

public interface IMaterials
{
    /// <summary>Those that can be ordered, the cheapest first.</summary>
    Task<IReadOnlyList<MaterialView>> AllAsync(CancellationToken cancel);
}
