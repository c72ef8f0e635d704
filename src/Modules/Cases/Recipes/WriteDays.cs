using System.Text.Json;

using Percurso.Cases.Domain.Dates;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Recipes;

/// <summary>
/// <c>{ "name": "case-days", "margin": 3, "steps": [ { "step", "teeth", "mucosa", "bone", "urgent" } ], "closed": [ { "on", "name", "everyYear" } ] }</c>:
/// how long steps take and when nobody works. What is set already stays as it is.
/// </summary>
sealed class WriteDays(ISettings settings) : IRecipeStep
{
    sealed record Step(string Name, int Margin, IReadOnlyList<StepDays> Steps, IReadOnlyList<ClosedDay>? Closed = null);

    public static string Name => "case-days";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        if (await settings.FindAsync<DaysTable>(cancel) is null) await settings.SetAsync(new DaysTable(asked.Steps, asked.Margin), cancel);
        if (asked.Closed is { } closed && await settings.FindAsync<ClosedDays>(cancel) is null) await settings.SetAsync(new ClosedDays(closed), cancel);
    }
}
