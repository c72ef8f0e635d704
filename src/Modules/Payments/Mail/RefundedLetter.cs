using Percurso.Kernel;
using Percurso.Kernel.Mail;

namespace Percurso.Payments.Mail;

/// <summary>Tells that money goes back.</summary>
sealed record RefundedLetter(string Title, Money Amount, string Url) : ILetter
{
    static string ILetter.Name => "payments.refunded";

    public static string View => "/Mail/PaymentRefunded.cshtml";
}
