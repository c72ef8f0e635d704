using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Shipping.Domain;

/// <summary>A carrier's service.</summary>
sealed record Service(string Key, string Title, string TitleEn);

/// <summary>States that cost the same from where the company is.</summary>
/// <param name="Ufs">Their letters, separated by blanks.</param>
sealed record Region(string Key, string Title, string Ufs);

/// <summary>What one service costs to one region up to a weight.</summary>
sealed class Rate : Aggregate
{
    Rate() { }

    public Rate(string service, string region, int maxGrams, Money amount, int businessDays)
    {
        (ServiceKey, RegionKey) = (service, region);
        Change(maxGrams, amount, businessDays);
    }

    public string ServiceKey { get; private set; } = "";
    public string RegionKey { get; private set; } = "";

    /// <summary>This much and no more.</summary>
    public int MaxGrams { get; private set; }
    public Money Amount { get; private set; }
    public int BusinessDays { get; private set; }

    public void Change(int maxGrams, Money amount, int businessDays)
    {
        (MaxGrams, Amount, BusinessDays) = (maxGrams, amount, businessDays);
        Changed();
    }
}

/// <summary>Where one order goes, copied when it was chosen.</summary>
sealed class Delivery : Aggregate
{
    public required string Purpose { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>Whose, and since when it is this one; null for what was chosen before that was written down.</summary>
    public Guid? ClinicId { get; private set; }
    public DateTime? ChosenAt { get; private set; }
    public Guid AddressId { get; private set; }
    public string Name { get; private set; } = "";
    public string FirstLine { get; private set; } = "";
    public string SecondLine { get; private set; } = "";
    public string Service { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string TitleEn { get; private set; } = "";
    public Money Price { get; private set; }
    public int BusinessDays { get; private set; }

    public void Choose(Guid clinic, Clinics.Contracts.ClinicAddress to, Contracts.FreightOption by, DateTime now)
    {
        (ClinicId, ChosenAt) = (clinic, now);
        (AddressId, Name, FirstLine, SecondLine) = (to.Id, to.Name, to.FirstLine, to.SecondLine);
        (Service, Title, TitleEn, Price, BusinessDays) = (by.Service, by.Title, by.TitleEn, by.Price, by.BusinessDays);
        Changed();
    }
}
