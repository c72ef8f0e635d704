using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Payments.Contracts;

namespace Percurso.Payments.Domain;

enum CouponAudience
{
    Everyone,

    /// <summary>Those it was made for, by e-mail address.</summary>
    Named,

    /// <summary>Those its sponsor lists.</summary>
    SponsorsList,
}

/// <summary>What a coupon allows, as whoever makes it writes it.</summary>
/// <param name="Percent">1 to 100, or null where an amount is written.</param>
/// <param name="Amount">At most this is taken off; with a percentage, its limit.</param>
/// <param name="SponsorId">Who pays what it takes off; null for a discount.</param>
/// <param name="CoversFreight">Whether freight is reduced too.</param>
/// <param name="Until">Its last moment.</param>
/// <param name="MaxUses">In all; null for any number.</param>
/// <param name="MaxUsesEach">Of one dentist; null for any number.</param>
sealed record CouponTerms(
    int? Percent, Money? Amount, Guid? SponsorId, bool CoversFreight, DateTime From, DateTime? Until, int? MaxUses, int? MaxUsesEach, CouponAudience Audience);

/// <summary>A code that takes something off a charge.</summary>
sealed class Coupon : Aggregate
{
    readonly List<CouponPerson> people = [];

    Coupon() { }

    public Coupon(string code, string name, CouponTerms terms, IEnumerable<string> emails, Guid? by, DateTime now)
    {
        if (terms.Percent is null && terms.Amount is null) throw new RuleBrokenException("Diga quanto o cupom desconta: uma porcentagem ou um valor.");
        if (terms.Percent is < 1 or > 100) throw new RuleBrokenException("A porcentagem vai de 1 a 100.");
        if (terms.Until <= terms.From) throw new RuleBrokenException("O cupom termina antes de começar. Confira as datas.");
        if (terms.Audience == CouponAudience.SponsorsList && terms.SponsorId is null) throw new RuleBrokenException("Escolha o patrocinador cuja lista vale.");

        (Code, Name, MadeBy, MadeAt) = (Normal(code), name, by, now);
        (Percent, Amount, SponsorId, CoversFreight) = (terms.Percent, terms.Amount, terms.SponsorId, terms.CoversFreight);
        (From, Until, MaxUses, MaxUsesEach, Audience) = (terms.From, terms.Until, terms.MaxUses, terms.MaxUsesEach, terms.Audience);
        foreach (var email in emails.Distinct(StringComparer.OrdinalIgnoreCase)) people.Add(new(Id, email.ToLowerInvariant()));
        if (Audience == CouponAudience.Named && people.Count == 0) throw new RuleBrokenException("Escreva para quem é o cupom, um e-mail por linha.");
    }

    /// <summary>In capitals, without spaces.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What the company calls it; coupons of one batch have one name.</summary>
    public string Name { get; private set; } = "";
    public int? Percent { get; private set; }
    public Money? Amount { get; private set; }
    public Guid? SponsorId { get; private set; }
    public bool CoversFreight { get; private set; }
    public DateTime From { get; private set; }
    public DateTime? Until { get; private set; }
    public int? MaxUses { get; private set; }
    public int? MaxUsesEach { get; private set; }
    public CouponAudience Audience { get; private set; }
    public Guid? MadeBy { get; private set; }
    public DateTime MadeAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public IReadOnlyList<CouponPerson> People => people;

    public static string Normal(string code) => string.Concat(code.Where(one => !char.IsWhiteSpace(one))).ToUpperInvariant();

    /// <summary>What it would take off these lines for this person, when so many uses were made before.</summary>
    /// <param name="lines">Of the charge.</param>
    /// <param name="isListed">Whether the person is on the coupon's or its sponsor's list.</param>
    /// <param name="used">Uses in all.</param>
    /// <param name="usedByThem">Uses of this person.</param>
    /// <param name="now">The moment.</param>
    /// <exception cref="RuleBrokenException">It cannot be used.</exception>
    public CouponOffer OfferFor(IReadOnlyList<ChargeLine> lines, bool isListed, int used, int usedByThem, DateTime now)
    {
        if (WithdrawnAt is not null || Until <= now) throw new RuleBrokenException("Este cupom já não vale.");
        if (now < From) throw new RuleBrokenException("Este cupom ainda não vale.");
        // Whoever is not listed learns no more than that the code does not work for them.
        if (Audience != CouponAudience.Everyone && !isListed) throw new RuleBrokenException("Este cupom não foi feito para a sua conta. Confira o código, ou entre com o e-mail que o recebeu.");
        if (used >= MaxUses) throw new RuleBrokenException("Este cupom já foi usado todas as vezes que podia.");
        if (usedByThem >= MaxUsesEach) throw new RuleBrokenException("Você já usou este cupom todas as vezes que podia.");

        var covered = lines.Where(line => CoversFreight || !line.IsFreight).Aggregate(Money.Zero, (sum, line) => sum + line.Sum);
        var off = Percent is { } percent ? covered.Percent(percent) : covered;
        off = Amount is { } limit ? Money.Least(off, limit) : off;
        return off.IsZero ? throw new RuleBrokenException("Neste pedido o cupom não desconta nada.") : new(Code, off, SponsorId);
    }

    public void Withdraw(DateTime now)
    {
        if (WithdrawnAt is not null) throw new RuleBrokenException("Este cupom já foi retirado.");

        WithdrawnAt = now;
        Changed();
    }

    public void SentTo(CouponPerson person, DateTime now)
    {
        person.SentAt = now;
        Changed();
    }
}

/// <summary>Somebody a coupon was made for.</summary>
sealed class CouponPerson(Guid couponId, string email)
{
    public Guid CouponId { get; private set; } = couponId;

    /// <summary>In small letters.</summary>
    public string Email { get; private set; } = email;

    /// <summary>When the letter with it was written; null when it was given otherwise.</summary>
    public DateTime? SentAt { get; internal set; }
}

/// <summary>One use of a coupon, by one charge.</summary>
sealed class CouponUse
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CouponId { get; init; }
    public required Guid ChargeId { get; init; }
    public required Guid AccountId { get; init; }
    public required Money Amount { get; init; }
    public Guid? SponsorId { get; init; }
    public required DateTime UsedAt { get; init; }

    /// <summary>Given back: the charge was never paid, or was undone.</summary>
    public DateTime? ReleasedAt { get; set; }
}
