using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;
using Percurso.Scheduling.Data;
using Percurso.Scheduling.Domain;

namespace Percurso.Scheduling.Recipes;

/// <summary>
/// <c>{ "name": "agendas", "rules": { "length": 30 }, "agendas": [ { "account": "…@…", "zone": "America/Sao_Paulo", "week": [ "", "09:00-12:00", … ] } ] }</c>:
/// the rules of a new site, and when people can be met, Sunday first. What is there already stays as it is.
/// </summary>
sealed class WriteAgendas(SchedulingDb db, IFindPeople people, ISettings settings) : IRecipeStep
{
    sealed record Step(string Name, MeetingRules? Rules, IReadOnlyList<RecipeAgenda>? Agendas);

    sealed record RecipeAgenda(string Account, string Zone, IReadOnlyList<string> Week);

    public static string Name => "agendas";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var (_, rules, agendas) = step.As<Step>();
        if (rules is not null && await settings.FindAsync<MeetingRules>(cancel) is null) await settings.SetAsync(rules, cancel);
        foreach (var (account, zone, week) in agendas ?? [])
        {
            if (await people.ByEmailAsync(account, cancel) is not { } person || await db.Agendas.AnyAsync(row => row.AccountId == person.Id, cancel)) continue;

            var agenda = new Agenda(person.Id, zone);
            agenda.Keep(week);
            db.Add(agenda);
        }

        await db.SaveChangesAsync(cancel);
    }
}
