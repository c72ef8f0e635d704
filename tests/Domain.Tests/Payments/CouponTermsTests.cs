using Percurso.Kernel;
using Percurso.Payments.Contracts;
using Percurso.Payments.Domain;

namespace Percurso.Domain.Tests.Payments;

public sealed class CouponTermsTests
{
    static readonly DateTime now = new(2035, 5, 8, 12, 0, 0, DateTimeKind.Utc);
    static readonly IReadOnlyList<ChargeLine> lines = [new("guide", "Guia", "Guide", 1, new(99_999)), new("freight.pac", "Frete", "Freight", 1, new(3_000))];

    static Coupon Make(int? percent = null, long? cents = null, bool freight = false, int? uses = null, int? each = null, CouponAudience audience = CouponAudience.Everyone, DateTime? from = null, DateTime? until = null, Guid? sponsor = null) =>
        new(" pri mavera ", "Primavera", new(percent, cents is { } amount ? new Money(amount) : null, sponsor, freight, from ?? now.AddDays(-1), until, uses, each, audience), ["ana@example.com"], null, now);

    [Theory]
    [InlineData(10, null, false, 10_000)]     // half a cent goes up
    [InlineData(100, null, false, 99_999)]    // freight stays to be paid
    [InlineData(100, null, true, 102_999)]
    [InlineData(null, 5_000L, false, 5_000)]
    [InlineData(null, 500_000L, false, 99_999)]
    [InlineData(50, 20_000L, false, 20_000)]  // a percentage with its limit
    public void It_takes_off_what_its_terms_say(int? percent, long? cents, bool freight, long off) =>
        Assert.Equal(new Money(off), Make(percent, cents, freight).OfferFor(lines, true, 0, 0, now).Amount);

    [Fact]
    public void Its_code_is_read_however_it_is_typed() => Assert.Equal("PRIMAVERA", Make(10).Code);

    [Fact]
    public void It_is_refused_before_its_time_after_it_and_when_used_up()
    {
        Refused("Este cupom ainda não vale.", Make(10, from: now.AddDays(1), until: now.AddDays(2)));
        Refused("Este cupom já não vale.", Make(10, until: now));
        Refused("Este cupom já foi usado todas as vezes que podia.", Make(10, uses: 3), used: 3);
        Refused("Você já usou este cupom todas as vezes que podia.", Make(10, each: 1), usedByThem: 1);
        Refused("Este cupom não foi feito para a sua conta. Confira o código, ou entre com o e-mail que o recebeu.", Make(10, audience: CouponAudience.Named), isListed: false);

        var withdrawn = Make(10);
        withdrawn.Withdraw(now);
        Refused("Este cupom já não vale.", withdrawn);
    }

    [Fact]
    public void Terms_that_make_no_sense_are_refused()
    {
        Assert.Throws<RuleBrokenException>(() => Make());
        Assert.Throws<RuleBrokenException>(() => Make(101));
        Assert.Throws<RuleBrokenException>(() => Make(10, from: now, until: now));
        Assert.Throws<RuleBrokenException>(() => Make(10, audience: CouponAudience.SponsorsList));
    }

    static void Refused(string words, Coupon coupon, bool isListed = true, int used = 0, int usedByThem = 0) =>
        Assert.Equal(words, Assert.Throws<RuleBrokenException>(() => coupon.OfferFor(lines, isListed, used, usedByThem, now)).Words);
}
