namespace Percurso.Files.Quarantine;

/// <summary>What became of a file that was set apart.</summary>
enum Outcome
{
    /// <summary>Its bytes are no more; that it was here stays noted.</summary>
    Destroyed,

    /// <summary>It went to the case it belongs to.</summary>
    Moved,
}
