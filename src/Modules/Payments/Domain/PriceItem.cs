using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Domain;

/// <summary>How a price item is written down.</summary>
/// <param name="ServiceCode">Six digits of the national list of services, or nothing.</param>
/// <param name="IncludedRounds">Rounds of changes in its price.</param>
/// <param name="WeeklyQuota">How many may be sold from Monday to Sunday; null for any number.</param>
sealed record PriceItemForm(string Title, string TitleEn, string ServiceCode, int IncludedRounds, int? WeeklyQuota);

/// <summary>Something that has a price: a kind of guide, an implant, printing, urgency, a further round.</summary>
sealed class PriceItem : Aggregate
{
    readonly List<Price> prices = [];

    PriceItem() { }

    public PriceItem(string key, PriceItemForm form)
    {
        Key = key;
        Change(form);
    }

    /// <summary>By which other modules ask, <c>guide.tooth.full</c>: never changed.</summary>
    public string Key { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string TitleEn { get; private set; } = "";
    public string ServiceCode { get; private set; } = "";
    public int IncludedRounds { get; private set; }
    public int? WeeklyQuota { get; private set; }
    public IReadOnlyList<Price> Prices => prices;

    public void Change(PriceItemForm form)
    {
        (Title, TitleEn, ServiceCode, IncludedRounds, WeeklyQuota) = (form.Title, form.TitleEn, form.ServiceCode, form.IncludedRounds, form.WeeklyQuota);
        Changed();
    }

    /// <summary>A new price from a day on; a past day would change what was quoted.</summary>
    public void SetPrice(Money amount, DateOnly from, DateOnly? until, Guid? clinic, Guid? sponsor, DateOnly today)
    {
        if (from < today) throw new RuleBrokenException("Um preço novo vale de hoje em diante. O que já foi pedido fica com o preço de então.");
        if (until < from) throw new RuleBrokenException("O preço termina antes de começar. Confira as datas.");
        if (clinic is not null && sponsor is not null) throw new RuleBrokenException("Um preço próprio é de um consultório ou de um patrocinador, não dos dois.");

        prices.RemoveAll(price => price.From == from && price.ClinicId == clinic && price.SponsorId == sponsor);
        prices.Add(new(Id, amount, from, until, clinic, sponsor));
        Changed();
    }

    /// <summary>A price that has not begun, or somebody's own, is taken away.</summary>
    public void RemovePrice(Guid price)
    {
        prices.RemoveAll(one => one.Id == price);
        Changed();
    }

    /// <summary>Null when nothing counts on this day.</summary>
    public Price? On(DateOnly day, Guid? clinic, Guid? sponsor) => prices
        .Where(price => price.From <= day && (price.Until is null || day <= price.Until))
        .Where(price => price.ClinicId is null && price.SponsorId is null || price.ClinicId is not null && price.ClinicId == clinic || price.SponsorId is not null && price.SponsorId == sponsor)
        .OrderByDescending(price => price.ClinicId is not null).ThenByDescending(price => price.SponsorId is not null).ThenByDescending(price => price.From)
        .FirstOrDefault();

    public ChargeLine LineOf(int quantity, Price price) => new(Key, Title, TitleEn, quantity, price.Amount, ServiceCode);
}

/// <summary>What an item costs, from a day on, for all or for one.</summary>
sealed class Price
{
    Price() { }

    internal Price(Guid item, Money amount, DateOnly from, DateOnly? until, Guid? clinic, Guid? sponsor) =>
        (ItemId, Amount, From, Until, ClinicId, SponsorId) = (item, amount, from, until, clinic, sponsor);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ItemId { get; private set; }
    public Money Amount { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>Its last day; null for no end.</summary>
    public DateOnly? Until { get; private set; }
    public Guid? ClinicId { get; private set; }
    public Guid? SponsorId { get; private set; }
}

/// <summary>One of the week's quota of an item, taken by a charge.</summary>
sealed record QuotaUse(string Item, DateOnly Week, Guid ChargeId, int Quantity)
{
    /// <summary>The Monday on or before a day.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
