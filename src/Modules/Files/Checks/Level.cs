namespace Percurso.Files.Checks;

/// <summary>How a finding weighs; the heaviest one decides.</summary>
enum Level
{
    /// <summary>Good to plan with; a finding of this level is only a remark.</summary>
    Fine,

    /// <summary>Whoever sends it may go on by taking the risk with their name.</summary>
    AtRisk,

    /// <summary>Cannot be planned with, or must not be let in.</summary>
    Refused,
}
