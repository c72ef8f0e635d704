using Percurso.Kernel;

namespace Percurso.Cases.Domain;

/// <summary>What one side wrote to the other on a case; also what was said elsewhere, filed by the company for the dentist to confirm.</summary>
sealed class Message
{
    public const int TextLength = 5000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required Party Who { get; init; }
    public required string Text { get; init; }

    /// <summary>Where it was said, "telefone, ontem": only of what is filed.</summary>
    public string? SaidWhere { get; init; }

    /// <summary>When the other side first had it before their eyes.</summary>
    public DateTime? ReadAt { get; private set; }
    public DateTime? ConfirmedAt { get; private set; }
    public Guid? ConfirmedBy { get; private set; }

    public bool AwaitsConfirmation => SaidWhere is not null && ConfirmedAt is null;

    public void Read(DateTime now) => ReadAt ??= now;

    public void Confirm(Guid by, DateTime now)
    {
        if (!AwaitsConfirmation) throw new RuleBrokenException("Isto já foi confirmado.");

        (ConfirmedAt, ConfirmedBy) = (now, by);
    }
}

/// <summary>
/// What the company writes for itself about a case. A table of its own, which only one page and no letter reads: an internal
/// note is no message with a flag, so that no forgotten condition can show it.
/// </summary>
sealed class InternalNote
{
    public const int TextLength = 5000;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CaseId { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required string Text { get; init; }
}

/// <summary>A new case as somebody has begun to write it, kept while they type.</summary>
sealed class Draft
{
    /// <summary>JSON of the form's fields; more is not kept.</summary>
    public const int Longest = 100_000;

    public required Guid AccountId { get; init; }
    public required Guid ClinicId { get; init; }

    /// <summary>Empty for a new patient; else the patient or the case it starts from.</summary>
    public required string Start { get; init; }
    public required string Fields { get; set; }
    public required DateTime SavedAt { get; set; }
}

/// <summary>What a dentist used last in a clinic, offered for the next case.</summary>
sealed class Habit
{
    public required Guid DentistId { get; init; }
    public required Guid ClinicId { get; init; }
    public string? Brand { get; set; }
    public string? Line { get; set; }
    public string? Platform { get; set; }
    public string? Kit { get; set; }
    public string? Sleeves { get; set; }
}
