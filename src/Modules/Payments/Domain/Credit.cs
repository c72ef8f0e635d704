using Percurso.Kernel;

namespace Percurso.Payments.Domain;

/// <summary>What a clinic may still use; moved by the database alone, so that two uses at once cannot overdraw it.</summary>
sealed class CreditAccount
{
    public required Guid ClinicId { get; init; }
    public Money Balance { get; private set; }
}

/// <summary>A movement of a clinic's credit.</summary>
sealed class CreditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ClinicId { get; init; }

    /// <summary>Above nothing: given. Below: used.</summary>
    public required Money Amount { get; init; }
    public required Guid ChargeId { get; init; }
    public required DateTime At { get; init; }
}
