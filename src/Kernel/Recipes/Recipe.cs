using System.Text.Json;

using Percurso.Kernel.Localization;

namespace Percurso.Kernel.Recipes;

/// <summary>What a site is made of: a list of steps, each run by the module that knows its name.</summary>
/// <param name="Name">The file's name without <c>.json</c>.</param>
/// <param name="Title">As the set-up page offers it.</param>
/// <param name="Description">What the site will be.</param>
/// <param name="Demo">Brings made-up people with known passwords; refused in Production.</param>
/// <param name="Steps">Each an object with a <c>name</c>.</param>
public sealed record Recipe(string Name, LocalText Title, LocalText Description, bool Demo, IReadOnlyList<JsonElement> Steps);
