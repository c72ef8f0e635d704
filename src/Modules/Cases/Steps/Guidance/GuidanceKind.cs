using Percurso.Cases.Contracts;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Guidance;

/// <summary>
/// The step in which the dentist reads how to make what the company needs: sheets out of the media library. Once the responsible
/// dentist's side has confirmed the current version of each, later cases pass by it.
/// </summary>
sealed class GuidanceKind(GuidanceShelf shelf) : IStepKind
{
    public const string KindName = "guidance";

    public string Name => KindName;

    public string PathOf(Guid caseId, string step) => $"/casos/{caseId}/passos/{step}/orientacoes";

    public string Sentence(Turn turn, Words T) => T["Leia as orientações e confirme"];

    public async Task<Opening> OpenAsync(StepToOpen step, CancellationToken cancel)
    {
        if (step.Case.RemakeOf is { } first) return Opening.Done(new { RemakeOf = first });

        var sheets = await shelf.CurrentAsync(step.Settings, cancel);
        return sheets.Count > 0 && await shelf.AreReadAsync(step.Case.DentistId, sheets, cancel)
            ? Opening.Done(new { ReadBefore = sheets.Select(sheet => $"{sheet.Key} {sheet.Current.Number}") })
            : Opening.For(Turn.Dentist);
    }
}
