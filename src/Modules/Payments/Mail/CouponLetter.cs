using Percurso.Kernel.Mail;

namespace Percurso.Payments.Mail;

/// <summary>Brings somebody a coupon.</summary>
sealed record CouponLetter(string Code, string Title, DateTime? Until, string Url) : ILetter
{
    static string ILetter.Name => "payments.coupon";

    public static string View => "/Mail/PaymentCoupon.cshtml";
}

/// <summary>Brings a sponsor the address of its page.</summary>
sealed record SponsorLetter(string Sponsor, string Url) : ILetter
{
    static string ILetter.Name => "payments.sponsor";

    public static string View => "/Mail/PaymentSponsor.cshtml";
}
