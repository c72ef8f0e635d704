using System.Text.Json;

using Percurso.Cases.Steps.Signing;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Recipes;

/// <summary><c>{ "name": "statements", "approval": {…}, "waiver": {…} }</c>: what dentists declare by approving a final plan, and by waiving the video conference. What is set stays.</summary>
sealed class WriteStatements(ISettings settings) : IRecipeStep
{
    sealed record Step(string Name, LocalText? Approval = null, LocalText? Waiver = null);

    public static string Name => "statements";

    public async Task RunAsync(JsonElement step, CancellationToken cancel)
    {
        var asked = step.As<Step>();
        await SetAsync<ApprovalStatement>(asked.Approval, cancel);
        await SetAsync<WaiverStatement>(asked.Waiver, cancel);
    }

    async Task SetAsync<TStatement>(LocalText? text, CancellationToken cancel) where TStatement : class, IStatement<TStatement>
    {
        if (text is not null && await settings.FindAsync<TStatement>(cancel) is null) await settings.SetAsync(TStatement.Of(1, text), cancel);
    }
}
