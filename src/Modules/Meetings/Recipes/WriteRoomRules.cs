using System.Text.Json;

using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;
using Percurso.Meetings.Domain;

namespace Percurso.Meetings.Recipes;

/// <summary><c>{ "name": "meeting-rooms", "rules": { "early": 15, "late": 120 } }</c>: when rooms of a new site are open, in minutes. What is set already stays.</summary>
sealed class WriteRoomRules(ISettings settings) : IRecipeStep
{
    sealed record Step(string Name, RoomRules Rules);

    public static string Name => "meeting-rooms";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var rules = step.As<Step>().Rules;
        if (await settings.FindAsync<RoomRules>(cancel) is null) await settings.SetAsync(rules, cancel);
    }
}
