using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Payments.Domain;

/// <summary>How a sponsor is written down.</summary>
/// <param name="Name">The registered name, for its invoices.</param>
/// <param name="TaxId">CPF or CNPJ, bare.</param>
/// <param name="Limit">How far its balance may fall below nothing before coupons stop.</param>
sealed record SponsorForm(string Name, string TaxId, string Email, string? MunicipalRegistration, Money Limit);

/// <summary>
/// Somebody who pays for dentists' planning: a manufacturer, a school. It pays in beforehand, and each use of its coupons
/// takes from the balance. It sees that on a page with a secret address.
/// </summary>
sealed class Sponsor : Aggregate
{
    readonly List<SponsoredPerson> people = [];

    Sponsor() { }

    public Sponsor(SponsorForm form, DateTime now)
    {
        Change(form);
        SinceAt = now;
    }

    public string Name { get; private set; } = "";
    public string TaxId { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string? MunicipalRegistration { get; private set; }
    public Money Limit { get; private set; }

    /// <summary>Paid in, less what its coupons took; changed by the database alone, so that uses at once cannot overdraw it.</summary>
    public Money Balance { get; private set; }
    public DateTime SinceAt { get; private set; }

    /// <summary>Which of the secret addresses made for it opens its page; the ones before do not.</summary>
    public int Link { get; private set; } = 1;
    public IReadOnlyList<SponsoredPerson> People => people;

    public void Change(SponsorForm form)
    {
        (Name, TaxId, Email, MunicipalRegistration, Limit) = (form.Name, form.TaxId, form.Email, form.MunicipalRegistration, form.Limit);
        Changed();
    }

    /// <summary>From now on the list holds these, and nobody else.</summary>
    public void SetPeople(IEnumerable<string> emails)
    {
        var wanted = emails.Select(email => email.ToLowerInvariant()).ToHashSet();
        people.RemoveAll(person => !wanted.Contains(person.Email));
        foreach (var email in wanted.Where(email => !people.Exists(person => person.Email == email))) people.Add(new(Id, email));
        Changed();
    }

    /// <summary>The address it has does not open any more; a new one does.</summary>
    public void RenewLink()
    {
        Link++;
        Changed();
    }
}

/// <summary>A dentist whom a sponsor lists.</summary>
sealed class SponsoredPerson(Guid sponsorId, string email)
{
    public Guid SponsorId { get; private set; } = sponsorId;

    /// <summary>In small letters.</summary>
    public string Email { get; private set; } = email;
}

/// <summary>A movement of a sponsor's balance.</summary>
sealed class SponsorEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid SponsorId { get; init; }

    /// <summary>Above nothing: paid in, or returned. Below: a coupon's use.</summary>
    public required Money Amount { get; init; }
    public Guid? ChargeId { get; init; }
    public required string Note { get; init; }
    public Guid? By { get; init; }
    public required DateTime At { get; init; }
}
