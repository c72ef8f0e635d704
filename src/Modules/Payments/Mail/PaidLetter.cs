using Percurso.Kernel;
using Percurso.Kernel.Mail;

namespace Percurso.Payments.Mail;

/// <summary>Tells that a payment was received.</summary>
sealed record PaidLetter(string Title, Money Amount, string Url) : ILetter
{
    static string ILetter.Name => "payments.paid";

    public static string View => "/Mail/PaymentPaid.cshtml";
}
