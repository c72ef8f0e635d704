using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;

namespace Percurso.Accounts.Domain;

/// <summary>What a client agrees to before the company may work for them. A new version is asked again.</summary>
sealed record Agreements(Agreement Terms, Agreement Privacy) : ISettingsGroup
{
    public static string Key => "accounts.agreements";

    /// <summary>Where no recipe has written any.</summary>
    public static Agreements None { get; } = new(new("0", ""), new("0", ""));

    public Agreement Of(AgreementKind kind) => kind == AgreementKind.Terms ? Terms : Privacy;
}

/// <param name="Version">As the text names itself, <c>2026-11</c>.</param>
/// <param name="Summary">The heart of it, in a few sentences, shown where one agrees.</param>
sealed record Agreement(string Version, LocalText Summary);

enum AgreementKind { Terms, Privacy }

/// <summary>Somebody agreed to one version of one text. Never changed, never deleted.</summary>
sealed record Consent(Guid Id, Guid AccountId, AgreementKind Kind, string Version, DateTime GivenAt);
