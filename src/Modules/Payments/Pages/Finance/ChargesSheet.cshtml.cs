using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Pages.Payments;

namespace Percurso.Payments.Pages.Finance;

/// <summary>The same list, whole, for a spreadsheet. Times are UTC.</summary>
[Authorize(Policy = PaymentsPermissions.SeeCharges)]
sealed class ChargesSheetModel(PaymentsDb db, IFindPeople people, Words words) : ChargeList(db, people)
{
    const int Most = 20_000;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var lines = await ReadAsync(Matching().OrderByDescending(charge => charge.Number).Take(Most), cancel);
        return File(Csv.Of(
            [words["Nº"], words["Pedido"], words["Quem pediu"], words["Situação"], words["Valor"], words["Devolvido"], words["Cupom"], words["Aberto"], words["Pago"], words["Como"]],
            lines.Select(line => new[]
            {
                $"{line.Number}", line.Title, line.Payer, line.State.In(words), line.Total.ToField(), line.Refunded.ToField(), line.Coupon ?? "",
                Time(line.OpenedAt), line.PaidAt is { } paid ? Time(paid) : "", line.Method?.In(words) ?? "",
            })), Csv.ContentType, "cobrancas.csv");
    }

    static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
