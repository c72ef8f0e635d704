using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Steps.Meeting;
using Percurso.Kernel.Recipes;

namespace Percurso.Cases.Recipes;

/// <summary>
/// <c>{ "name": "meetings", "planner", "meetings": [ { "nickname", "step", "proposed": 3, "booked": true, "place", "minutes": […], "confirmed" } ] }</c>: meetings of
/// cases that a <c>cases</c> step brought, taken as far as the recipe says by the verbs people use, at the earliest free times. One that has begun stays as it is.
/// </summary>
sealed class MeetRecipeCases(CasesDb db, MeetingDesk desk, IFindPeople people, TimeProvider clock) : IRecipeStep
{
    sealed record Step(string Name, string Planner, IReadOnlyList<RecipeMeeting> Meetings);

    sealed record RecipeMeeting(string Nickname, int Proposed = 0, bool Booked = false, string? Place = null, IReadOnlyList<string>? Minutes = null, bool Confirmed = false, string Step = "meeting");

    public static string Name => "meetings";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        var planner = (await people.ByEmailAsync(asked.Planner, cancel) ?? throw new RecipeBrokenException($"Nobody has the address {asked.Planner}.")).Id;
        foreach (var wanted in asked.Meetings) await MeetAsync(wanted, planner, cancel);
    }

    async Task MeetAsync(RecipeMeeting wanted, Guid planner, CancellationToken cancel)
    {
        var one = await db.Whole.SingleOrDefaultAsync(row => row.Nickname == wanted.Nickname, cancel) ?? throw new RecipeBrokenException($"There is no case “{wanted.Nickname}”.");
        if (await db.WholeMeetings.SingleOrDefaultAsync(row => row.CaseId == one.Id && row.Step == wanted.Step, cancel) is not { } meeting)
            throw new RecipeBrokenException($"The step {wanted.Step} of “{wanted.Nickname}” is not open.");
        if (meeting.Lines.Count > 0) return;

        var now = clock.GetUtcNow().UtcDateTime;
        var free = await desk.OffersAsync(one, meeting, now, now.AddDays(14), cancel);
        if (wanted.Proposed > 0) await desk.ProposeAsync(one, meeting, [.. free.Where((_, place) => place % 5 == 0).Take(wanted.Proposed)], planner, cancel);
        if (wanted.Booked) await desk.BookAsync(one, meeting, free[0], one.DentistId, cancel);
        if (wanted.Place is { } place) await desk.PlaceAsync(meeting, place, planner, cancel);
        if (wanted.Minutes is { } minutes) await desk.WriteAsync(one, meeting, string.Join('\n', minutes), planner, cancel);
        if (wanted.Confirmed) await desk.ConfirmAsync(one, meeting, meeting.MinutesNumber, one.DentistId, cancel);
    }
}
