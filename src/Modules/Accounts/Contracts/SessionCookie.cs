namespace Percurso.Accounts.Contracts;

/// <summary>The cookie of a session. That there is one says that somebody signed in here once, not that they still may.</summary>
public static class SessionCookie
{
    public const string Name = "percurso";
}
