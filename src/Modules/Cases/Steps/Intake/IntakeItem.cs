using Percurso.Cases.Domain;
using Percurso.Files.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Steps.Intake;

/// <summary>One thing the company needs of one case: a slot of the company's list, and how far it has come.</summary>
sealed class IntakeItem : Aggregate
{
    public const int WordsLength = 500;
    public const int TrackingLength = 60;

    IntakeItem() { }

    public IntakeItem(Guid caseId, string step, SlotView slot, Need need) =>
        (CaseId, Step, Slot, Need, TakesPhysical) = (caseId, step, slot.Key, need, slot.TakesPhysical);

    public Guid CaseId { get; private init; }
    public string Step { get; private init; } = "";

    /// <summary>The slot's key, in Files.</summary>
    public string Slot { get; private init; } = "";
    public Need Need { get; private set; }
    public bool TakesPhysical { get; private set; }
    public ItemState State { get; private set; }

    /// <summary>What the dentist wants the planner to know of it.</summary>
    public string? Note { get; private set; }

    /// <summary>Why it is not needed, or why it came back.</summary>
    public string? Reason { get; private set; }

    /// <summary>The carrier's code of a model on its way; empty where there is none.</summary>
    public string? Tracking { get; private set; }

    /// <summary>Since when it stands where it stands, and who brought it there; null for the site.</summary>
    public DateTime? Since { get; private set; }
    public Guid? By { get; private set; }

    /// <summary>Whether the case can go on as far as this item is concerned.</summary>
    public bool IsSettled => State is ItemState.In or ItemState.Accepted or ItemState.NotNeeded || Need == Need.Optional && State is ItemState.Missing;

    /// <summary>Whether the dentist has nothing left to do about it.</summary>
    public bool IsOnItsWay => IsSettled || State == ItemState.Shipped;

    public void Arrive(DateTime now) => Move(ItemMove.Arrive, Party.Site, null, now, null);

    public void Lose(DateTime now)
    {
        if (IntakeFlow.Table.Find(State, Party.Site, ItemMove.Lose) is not null) Move(ItemMove.Lose, Party.Site, null, now, null);
    }

    public void Ship(string tracking, Guid by, DateTime now)
    {
        Move(ItemMove.Ship, Party.Dentist, by, now, null);
        Tracking = tracking;
    }

    public void Receive(Guid by, DateTime now) => Move(ItemMove.Receive, Party.Company, by, now, null);

    public void Waive(string reason, Guid by, DateTime now) => Move(ItemMove.Waive, Party.Dentist, by, now, reason);

    /// <summary>What was sent for another case serves this one.</summary>
    public void Refer(string number, DateTime now) => Move(ItemMove.Waive, Party.Site, null, now, $"Está no caso {number}");

    public void Want(Guid by, DateTime now) => Move(ItemMove.Want, Party.Dentist, by, now, null);

    public void Accept(Guid by, DateTime now) => Move(ItemMove.Accept, Party.Company, by, now, null);

    public void Return(string reason, Guid by, DateTime now) => Move(ItemMove.Return, Party.Company, by, now, reason);

    public void Annotate(string? note)
    {
        if (note is { Length: > WordsLength }) throw new RuleBrokenException("A observação passa de 500 letras. Escreva-a mais curta.") { Field = "note" };

        Note = note;
        Changed();
    }

    /// <summary>The company's list changed, or what is asked for.</summary>
    public void Weigh(Need need, bool takesPhysical)
    {
        if ((need, takesPhysical) == (Need, TakesPhysical)) return;

        (Need, TakesPhysical) = (need, takesPhysical);
        Changed();
    }

    void Move(ItemMove move, Party who, Guid? by, DateTime now, string? reason)
    {
        if (reason is not null && string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException("Escreva por quê: o outro lado lê.") { Field = "reason" };
        if (reason is { Length: > WordsLength }) throw new RuleBrokenException("O motivo passa de 500 letras. Escreva-o mais curto.") { Field = "reason" };

        State = IntakeFlow.Table.Do(State, who, move, this);
        (Reason, Since, By) = (reason, now, by);
        if (State != ItemState.Shipped) Tracking = null;
        Changed();
    }
}
