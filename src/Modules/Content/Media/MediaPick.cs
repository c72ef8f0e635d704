using Percurso.Content.Contracts;

namespace Percurso.Content.Media;

/// <summary>A field of a form in which an item of the library is chosen: model of the partial <c>_MediaPicker</c>. What is sent is the id.</summary>
/// <param name="Name">Of the field in its form; its id is the same with <c>_</c> for what an id may not have.</param>
/// <param name="Label">What is to be chosen.</param>
/// <param name="Chosen">The id of what is chosen now; empty for nothing.</param>
/// <param name="Hint">A sentence more.</param>
sealed record MediaPick(string Name, string Label, string? Chosen, MediaKind Kind = MediaKind.Picture, string? Hint = null)
{
    public Guid? ChosenId => Guid.TryParse(Chosen, out var id) ? id : null;

    public string Id => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Name, "_");
}
