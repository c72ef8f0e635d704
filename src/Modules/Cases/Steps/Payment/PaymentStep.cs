using System.Text.Json;

using Percurso.Cases.Contracts;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Payment;

/// <summary>
/// The dentist confirms order and delivery, and pays; the step is done when the money is there, however it came. What is charged
/// and what has come are Payments' affair; this knows which prices a prescription asks for.
/// </summary>
sealed class PaymentStep : IStepKind
{
    public const string Kind = "payment";

    public string Name => Kind;

    public string PathOf(Guid caseId, string step) => $"/casos/{caseId}/passos/{step}/pagamento";

    public string Sentence(Turn turn, Words T) => turn == Turn.Company
        ? T["Esperamos a confirmação do pagamento"].Value
        : T["Confira o pedido e a entrega, e pague"].Value;

    /// <summary>A remake is paid only where the dentist bears it.</summary>
    public Task<Opening> OpenAsync(StepToOpen step, CancellationToken cancel) => Task.FromResult(step.Case is { RemakeOf: { } first, RemakePayer: { } payer and not RemakePayer.Dentist }
        ? Opening.Done(new { RemakeOf = first, Payer = payer.ToString() })
        : Opening.For(Turn.Dentist));
}

/// <summary>What the pathway sets for this step.</summary>
/// <param name="PayWithinDays">Days from the confirmed order until it expires.</param>
sealed record PaymentSettings(int PayWithinDays = 30)
{
    public static PaymentSettings Of(JsonElement? settings) => settings?.Deserialize<PaymentSettings>(JsonSerializerOptions.Web) ?? new();
}
