using Percurso.Kernel.Events;

namespace Percurso.Accounts.Domain;

/// <summary>Somebody filled the sign-up form. Which letter follows is nobody's business but the mailbox owner's.</summary>
[FactName("accounts.sign-up-asked")]
sealed record SignUpAsked(Guid SignUpId) : IFact;

/// <summary>Somebody asked for a new password for an address, known or not.</summary>
[FactName("accounts.reset-asked")]
sealed record ResetAsked(string Email) : IFact;

/// <summary>A person wants letters and sign-ins at another address.</summary>
[FactName("accounts.email-change-asked")]
sealed record EmailChangeAsked(Guid AccountId, string Email) : IFact;

[FactName("accounts.email-changed")]
sealed record EmailChanged(Guid AccountId, string OldEmail) : IFact;

[FactName("accounts.password-changed")]
sealed record PasswordChanged(Guid AccountId) : IFact;

[FactName("accounts.two-factor-changed")]
sealed record TwoFactorChanged(Guid AccountId, bool IsOn) : IFact;

[FactName("accounts.passkeys-changed")]
sealed record PasskeysChanged(Guid AccountId, string Name, bool IsAdded) : IFact;

/// <summary>The company lets a new dentist in.</summary>
[FactName("accounts.account-approved")]
sealed record AccountApproved(Guid AccountId) : IFact;
