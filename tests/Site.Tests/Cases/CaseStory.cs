using System.Globalization;

using Percurso.Cases.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Domain;
using Percurso.Cases.Domain.Dates;

namespace Percurso.Tests.Cases;

/// <summary>Cases whose history is told in words, and made by the domain's own verbs at the times that are told.</summary>
sealed class CaseStory(CasesDb db, Pathway pathway, Guid dentist)
{
    const int Year = 2030;
    static readonly string[] before = ["guidance", "payment"], after = ["meeting", "final-plan", "printing"];

    readonly Dictionary<int, Case> told = [];

    public Guid IdOf(int number) => told[number].Id;

    /// <summary>Month, day and hour, UTC: <c>03-07 12</c>.</summary>
    public static DateTime At(string words) =>
        DateTime.ParseExact($"{Year}-{words}", "yyyy-MM-dd HH", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <param name="number">In the year.</param>
    /// <param name="planner">Who plans it.</param>
    /// <param name="words">
    /// What was promised and what the surgery needs, if so; then what happened, each with its time: a step that opens or passes to a side, is done or opens
    /// again, <c>hold</c>, <c>release</c> with the working days, <c>pause</c>, <c>cancel</c>. The steps before the files are done as they
    /// open, and those after the preview at the <c>end</c>.
    /// </param>
    public void Tell(int number, Guid? planner, string words)
    {
        var parts = words.Split(", ");
        var (promised, needed) = (DayAfter("promised"), DayAfter("needed"));
        var happened = parts.Where(part => char.IsAsciiDigit(part[0])).Select(part => (At: At(part[..8]), What: part[9..].Split(' '))).ToList();
        var start = happened[0].At;
        var one = Case.Open(
            new($"{Year}-{number:0000}", null, Guid.CreateVersion7(), Guid.CreateVersion7(), $"Paciente {number}", dentist, new(GuideSupport.Teeth, Drilling.Full, Output.Printed, false, [new(36, true)]), dentist, false),
            pathway, start);
        one.Assign(planner, dentist, start);
        foreach (var step in before) AtOnce(step, start);
        one.Promise(new([], promised, needed, Risk.None), DateOnly.FromDateTime, start);
        foreach (var (at, what) in happened) Happen(at, what);
        one.Promise(new([], null, needed, Risk.None), DateOnly.FromDateTime, happened[^1].At);
        db.Add(told[number] = one);

        void Happen(DateTime at, string[] what)
        {
            switch (what)
            {
                case ["hold"]: one.Hold("Falta o exame.", dentist, at); break;
                case ["release", var days]: one.Release(int.Parse(days, CultureInfo.InvariantCulture), dentist, at); break;
                case ["pause"]: one.Pause("Férias.", DateOnly.FromDateTime(at).AddDays(9), DateOnly.FromDateTime(at), dentist, at); break;
                case ["cancel"]: one.Cancel("Desistiu.", CancelOutcome.Nothing, Party.Company, dentist, at); break;
                case ["end"]: foreach (var step in after) AtOnce(step, at); break;
                case [var step, "again"]: one.Reopen(step, step == "files" ? Turn.Dentist : Turn.Company, "De novo.", dentist, at); break;
                case [var step, "done"]: one.Finish(step, "feito", dentist, at); break;
                case [var step, var side]: Turned(step, Enum.Parse<Turn>(side, ignoreCase: true), at); break;
            }
        }

        void Turned(string step, Turn turn, DateTime at)
        {
            if (one.FindStep(step)!.State == StepState.Locked) one.Unlock(step, turn, at);
            else one.Pass(step, turn, null, dentist, at);
        }

        void AtOnce(string step, DateTime at)
        {
            one.Unlock(step, Turn.Company, at);
            one.Finish(step, "feito", dentist, at);
        }

        DateOnly? DayAfter(string word) => parts.FirstOrDefault(part => part.StartsWith(word, StringComparison.Ordinal)) is { } part ? DateOnly.FromDateTime(At($"{part[^5..]} 12")) : null;
    }
}
