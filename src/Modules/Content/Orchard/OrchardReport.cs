namespace Percurso.Content.Orchard;

/// <summary>What became of one thing in a recipe.</summary>
enum Outcome
{
    /// <summary>It is here now.</summary>
    Taken,

    /// <summary>It was here already, and stays as it is.</summary>
    Here,

    /// <summary>It has no place here.</summary>
    Left,
}

/// <summary>One line of the report.</summary>
/// <param name="Step">The number of the recipe's step, from 1, and its name.</param>
/// <param name="What">The thing, by its kind and title.</param>
/// <param name="Why">Why it was left; a key of the translations, with <see cref="Detail"/> as <c>{0}</c>.</param>
sealed record Finding(string Step, string What, Outcome Outcome, string? Why = null, string? Detail = null);

/// <summary>Everything an import did and did not do.</summary>
sealed class OrchardReport
{
    string step = "";

    public List<Finding> Findings { get; } = [];

    /// <summary>What is reported next belongs to this step.</summary>
    public void Enter(int number, string name) => step = $"{number} {name}";

    public void Taken(string what) => Findings.Add(new(step, what, Outcome.Taken));

    public void Here(string what) => Findings.Add(new(step, what, Outcome.Here));

    public void Left(string what, string why, string? detail = null) => Findings.Add(new(step, what, Outcome.Left, why, detail));
}
