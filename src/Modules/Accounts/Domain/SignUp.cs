using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Accounts.Domain;

/// <summary>
/// Somebody wants an account. There is none until the letter's link comes back: whoever types another's address takes
/// nothing from them, and a known address is written down just like an unknown one.
/// </summary>
sealed class SignUp : Aggregate
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    SignUp() { }

    /// <param name="name">How the person is called.</param>
    /// <param name="email">Perhaps theirs; perhaps known already.</param>
    /// <param name="passwordHash">Null for those who will enter with a passkey.</param>
    /// <param name="culture">The language they read the page in.</param>
    /// <param name="agreed">The versions they agreed to.</param>
    /// <param name="now">UTC.</param>
    public SignUp(string name, string email, string? passwordHash, string culture, Agreements agreed, DateTime now)
    {
        (Name, Email, PasswordHash, Culture, AskedAt) = (name, email, passwordHash, culture, now);
        (Terms, Privacy) = (agreed.Terms.Version, agreed.Privacy.Version);
        Record(new SignUpAsked(Id));
    }

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string? PasswordHash { get; private set; }
    public string Culture { get; private set; } = "";
    public string Terms { get; private set; } = "";
    public string Privacy { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>The link of the letter came back.</summary>
    /// <exception cref="RuleBrokenException">It had come back before.</exception>
    public void Confirm(DateTime now)
    {
        if (ConfirmedAt is not null) throw new RuleBrokenException("Este cadastro já foi confirmado. Entre com seu e-mail.");

        ConfirmedAt = now;
        PasswordHash = null;
        Changed();
    }
}
