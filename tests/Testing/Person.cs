namespace Percurso.Testing;

/// <summary>Somebody whom the demo's recipe brings, or who set the site up.</summary>
public sealed record Person(string Name, string Email, string Password)
{
    /// <summary>Set the site up, and may do everything.</summary>
    public static Person Administrator { get; } = new("Ada Prado", "ada@example.com", "uma senha longa de teste");

    internal IEnumerable<KeyValuePair<string, string>> SetUpWith(string recipe) =>
    [
        new("Setup:Recipe", recipe),
        new("Setup:SiteName", "Percurso"),
        new("Setup:Name", Name),
        new("Setup:Email", Email),
        new("Setup:Password", Password),
    ];
}
