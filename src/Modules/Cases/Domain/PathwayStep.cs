using System.Text.Json;

using Percurso.Cases.Contracts;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Domain;

/// <summary>One station of a pathway, as the recipe or the administration writes it.</summary>
/// <param name="Key">Its name within the pathway, in addresses too: <c>final-plan</c>. Never renamed.</param>
/// <param name="Kind">Which <see cref="IStepKind"/> it is.</param>
/// <param name="Title">What people read.</param>
sealed record PathwayStep(string Key, string Kind, LocalText Title)
{
    /// <summary>What will happen here, for whoever looks at it while it is locked.</summary>
    public LocalText Coming { get; init; } = "";

    /// <summary>What is said above the step's own page.</summary>
    public LocalText Guidance { get; init; } = "";

    /// <summary>A paragraph of the letter that goes out when the step opens.</summary>
    public LocalText Letter { get; init; } = "";

    /// <summary>The keys of the steps that must be done before; null for the one before.</summary>
    public IReadOnlyList<string>? Needs { get; init; }

    /// <summary>Whether promised dates run only once this step is done.</summary>
    public bool StartsClock { get; init; }

    /// <summary>What becomes of the money when a case is cancelled here.</summary>
    public CancelOutcome Cancelling { get; init; } = CancelOutcome.Nothing;

    /// <summary>What its kind reads.</summary>
    public JsonElement? Settings { get; init; }
}
