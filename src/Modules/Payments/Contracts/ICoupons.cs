using Percurso.Kernel;

namespace Percurso.Payments.Contracts;

/// <summary>What a coupon would do to a charge.</summary>
/// <param name="Code">As it is printed.</param>
/// <param name="Amount">What it takes off.</param>
/// <param name="SponsorId">Who pays that instead; null for a mere discount.</param>
public sealed record CouponOffer(string Code, Money Amount, Guid? SponsorId);

/// <summary>Coupons, on charges that nobody has begun to pay.</summary>
public interface ICoupons
{
    /// <summary>What the coupon would do, without using it.</summary>
    /// <exception cref="RuleBrokenException">It cannot be used; the words say why.</exception>
    Task<CouponOffer> TryAsync(string code, Guid charge, Guid account, CancellationToken cancel);

    /// <summary>Uses it for the charge, in place of one used before. Of a hundred at once only as many succeed as the coupon has uses.</summary>
    /// <inheritdoc cref="TryAsync" path="/exception" />
    Task<CouponOffer> RedeemAsync(string code, Guid charge, Guid account, CancellationToken cancel);

    /// <summary>Gives the use back.</summary>
    Task ReleaseAsync(Guid charge, CancellationToken cancel);
}
