using Percurso.Kernel;
using Percurso.Kernel.Mail;

namespace Percurso.Payments.Mail;

/// <summary>Tells that what was paid is a credit now.</summary>
sealed record CreditedLetter(string Title, Money Amount, string Url) : ILetter
{
    static string ILetter.Name => "payments.credited";

    public static string View => "/Mail/PaymentCredited.cshtml";
}
