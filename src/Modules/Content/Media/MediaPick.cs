using Percurso.Content.Contracts;

namespace Percurso.Content.Media;

/// <summary>A field of a form in which an item of the library is chosen: model of the partial <c>_MediaPicker</c>. What is sent is the key.</summary>
/// <param name="Name">Of the field in its form; its id is the same with <c>_</c> for what an id may not have.</param>
/// <param name="Label">What is to be chosen.</param>
/// <param name="Key">What is chosen now.</param>
/// <param name="Hint">A sentence more.</param>
sealed record MediaPick(string Name, string Label, string? Key, MediaKind Kind = MediaKind.Picture, string? Hint = null)
{
    public string Id => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId(Name, "_");
}
