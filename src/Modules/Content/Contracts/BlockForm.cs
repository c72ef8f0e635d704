namespace Percurso.Content.Contracts;

/// <summary>One block as the editor's form shows it.</summary>
/// <param name="Prefix">What the names of its fields begin with: <c>b.7f3a</c> and then <c>.heading</c>.</param>
/// <param name="Settings">The type whose fields are drawn.</param>
/// <param name="Values">What they hold, as JSON has it: also what was typed and refused.</param>
/// <param name="Errors">Sentences by the names of fields.</param>
public sealed record BlockForm(
    string Prefix, Type Settings, System.Text.Json.Nodes.JsonObject Values, IReadOnlyDictionary<string, string> Errors);
