namespace Percurso.Testing.Mail;

/// <summary>What a server does at a command instead of what it should.</summary>
/// <param name="Code">The answer of RFC 5321 it gives.</param>
sealed record Misbehaviour(int Code)
{
    public static readonly Misbehaviour Hang = new(0);
    public static readonly Misbehaviour Drop = new(-1);
}
