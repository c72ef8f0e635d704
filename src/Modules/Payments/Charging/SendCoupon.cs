using Percurso.Accounts.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;
using Percurso.Payments.Domain;
using Percurso.Payments.Mail;

namespace Percurso.Payments.Charging;

/// <summary>Sends a coupon by letter to those it was made for, whether or not they have an account.</summary>
sealed class SendCoupon(IFindPeople people, IPost post, PublicUrl url, TimeProvider clock)
{
    /// <summary>Call it inside <c>Together</c>; whoever calls saves the coupon.</summary>
    public async Task ToAllAsync(Coupon coupon, CancellationToken cancel)
    {
        foreach (var person in coupon.People)
        {
            var known = await people.ByEmailAsync(person.Email, cancel);
            await post.SendAsync(
                new CouponLetter(coupon.Code, coupon.Name, coupon.Until, url.To("/pagamentos")),
                new(person.Email, known?.Name ?? person.Email, known?.Culture ?? Translations.Cultures[0]), cancel);
            coupon.SentTo(person, clock.GetUtcNow().UtcDateTime);
        }
    }
}
