namespace Percurso.Cases.Contracts;

/// <summary>Whose act a case or a step awaits.</summary>
public enum Turn
{
    /// <summary>Nobody's: it has ended, or has not begun.</summary>
    Nobody,

    /// <summary>The dentist's, or of whoever prepares for them.</summary>
    Dentist,
    Company,
}
