using Percurso.Kernel;
using Percurso.Kernel.Mail;

namespace Percurso.Payments.Mail;

/// <summary>Tells that a boleto or Pix lapsed unpaid.</summary>
sealed record LapsedLetter(string Title, DateTime PayBy, string Url) : ILetter
{
    static string ILetter.Name => "payments.lapsed";

    public static string View => "/Mail/PaymentLapsed.cshtml";
}
