using Percurso.Content.Contracts;

namespace Percurso.Content.Editing;

/// <summary>A field of the editor's form as it is drawn.</summary>
/// <param name="Name">It is sent under this.</param>
/// <param name="Value">What it holds, also when that was refused.</param>
/// <param name="Error">The sentence beside it; null for none.</param>
sealed record OwnField(string Name, string Label, string Hint, string Value, FieldAttribute Field, string? Error)
{
    public string Id => Name.Replace('.', '_');
}
