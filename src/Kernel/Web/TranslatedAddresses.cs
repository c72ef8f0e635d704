namespace Percurso.Kernel.Web;

/// <summary>A request's feature: where the same page is in other languages, by culture, so that choosing a language leads there.</summary>
public sealed record TranslatedAddresses(IReadOnlyDictionary<string, string> ByCulture);
