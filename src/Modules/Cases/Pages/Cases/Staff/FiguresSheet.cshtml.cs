using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Contracts;
using Percurso.Cases.Figures;
using Percurso.Cases.Spine;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Pages.Cases.Staff;

/// <summary>One of the tables, for a spreadsheet.</summary>
[Authorize(Policy = CasesPermissions.Figures)]
sealed class FiguresSheetModel(CountFigures figures, Timetable timetable, Words words) : FiguresOfSpan(figures, timetable, words)
{
    public async Task<IActionResult> OnGetAsync(string table, CancellationToken cancel)
    {
        await CountAsync(cancel);
        return table switch
        {
            "passos" => Sheet(table, Tables.Turnaround, [Words["Passo"], Words["Vezes"], Words["Dias conosco"], Words["Dias com o dentista"], Words["Dias em espera"], Words["Mediana em dias"], Words["Nove de dez até"]],
               one => [one.Title, $"{one.Times}", Days(one.Ours), Days(one.Theirs), Days(one.Stood), Days(one.Median), Days(one.Most)]),
            "rodadas" => Sheet(table, Tables.Rounds, [Words["Passo"], Words["Aprovados"], Words["Rodadas em média"], Words["Na primeira versão"], Words["Mais rodadas"]],
               one => [one.Title, $"{one.Approved}", Days(one.Average), $"{one.AtFirstSight}", $"{one.Most}"]),
            "prazos" => Sheet(table, Tables.Finished, [Words["Caso"], Words["Concluído"], Words["Prometido"], Words["Pronto até, para a cirurgia"], Words["Cumpriu o prometido"], Words["A tempo da cirurgia"]],
               one => [one.Number, Day(one.On), Day(one.Promised), Day(one.Needed), YesNo(one.KeptPromise), YesNo(one.InTime)]),
            "casos" => Sheet(table, Tables.Planners, [Words["Planejador"], Words["Nossa vez"], Words["Do dentista"], Words["Em espera"], Words["Em pausa"], Words["Concluídos"], Words["Cancelados"]],
               one => [one.Name ?? Words["Ninguém"], $"{one.Ours}", $"{one.Theirs}", $"{one.OnHold}", $"{one.Paused}", $"{one.Finished}", $"{one.Cancelled}"]),
            "dinheiro" => Sheet(table, Tables.Months, [Words["Mês"], Words["Recebido"], Words["Frete"], Words["Devolvido"], Words["Líquido"], Words["De patrocinadores"]],
               one => [one.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), one.Received.ToField(), one.Freight.ToField(), one.Returned.ToField(), one.Net.ToField(), one.Sponsored.ToField()]),
            _ => NotFound(),
        };
    }

    FileContentResult Sheet<T>(string table, IEnumerable<T> lines, string[] heading, Func<T, string[]> cells) =>
        File(Csv.Of(heading, lines.Select(cells)), Csv.ContentType, $"numeros-{table}.csv");

    static string Days(double days) => days.ToString("0.0", CultureInfo.CurrentCulture);

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    string YesNo(bool? answer) => answer switch { true => Words["Sim"], false => Words["Não"], null => "" };
}
