using Microsoft.AspNetCore.Identity;

namespace Percurso.Accounts.Domain;

/// <summary>A person who signs in, by e-mail address. Identity keeps the password and the factors.</summary>
sealed class Account : IdentityUser<Guid>
{
    public const int NameLength = 120;
    public const int EmailLength = 254;
    public const int PhoneLength = 30;

    public Account() => Id = Guid.CreateVersion7();

    /// <summary>How the person is called.</summary>
    public required string Name { get; set; }

    /// <summary>The language of letters to this person, <c>pt-BR</c> or <c>en</c>.</summary>
    public required string Culture { get; set; }

    /// <summary>CPF or CNPJ, without its punctuation.</summary>
    public string? TaxId { get; set; }

    /// <summary>The registration with the Conselho Regional de Odontologia: <c>SP-CD-12345</c>.</summary>
    public string? Cro { get; set; }

    /// <summary>Dismissed, or shut out by an administrator: from then on no session of theirs is let in.</summary>
    public DateTime? BlockedAt { get; set; }

    /// <summary>Since when the company's approval is awaited; null for whoever has it, or needs none.</summary>
    public DateTime? WaitsSince { get; set; }

    /// <summary>When what was personal in it was erased, as the person had asked.</summary>
    public DateTime? ErasedAt { get; set; }

    /// <summary>What the record still lacks before a first payment, in Portuguese; keys of the translations.</summary>
    public IReadOnlyList<string> Missing() => [.. new[]
    {
        PhoneNumber is null ? Say("telefone") : null,
        TaxId is null ? Say("CPF ou CNPJ") : null,
        Cro is null ? Say("número do CRO, com a UF") : null,
    }.OfType<string>()];

    static string Say(string part) => part;
}
