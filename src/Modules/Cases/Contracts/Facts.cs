using System.Text.Json.Serialization;

using Percurso.Kernel.Events;

namespace Percurso.Cases.Contracts;

/// <summary>A case was opened.</summary>
[FactName("cases.case-opened")]
public sealed record CaseOpened(Guid CaseId) : IFact;

/// <summary>A step is done.</summary>
[FactName("cases.step-done")]
public sealed record StepDone(Guid CaseId, string Step) : IFact;

/// <summary>A step that was done is open again.</summary>
[FactName("cases.step-reopened")]
public sealed record StepReopened(Guid CaseId, string Step) : IFact;

/// <summary>The case awaits another side, or the same one in another step.</summary>
[FactName("cases.turn-changed")]
public sealed record TurnChanged(Guid CaseId, string Step, Turn Turn, DateTime Since) : IFact;

/// <summary>What the dentist asks for has changed.</summary>
[FactName("cases.prescription-changed")]
public sealed record PrescriptionChanged(Guid CaseId) : IFact;

/// <summary>What becomes of the money of a case that is cancelled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CancelOutcome>))]
public enum CancelOutcome { Refund, Credit, Nothing }

/// <summary>A case was cancelled while it stood at this step, which decides about the money.</summary>
[FactName("cases.case-cancelled")]
public sealed record CaseCancelled(Guid CaseId, string Step, CancelOutcome Outcome, bool ByCompany) : IFact;

/// <summary>The company waits for something of the dentist's.</summary>
[FactName("cases.case-held")]
public sealed record CaseHeld(Guid CaseId) : IFact;

/// <summary>A case goes on after a hold or a pause.</summary>
[FactName("cases.case-resumed")]
public sealed record CaseResumed(Guid CaseId) : IFact;

/// <summary>All steps of a case are done.</summary>
[FactName("cases.case-finished")]
public sealed record CaseFinished(Guid CaseId) : IFact;

/// <summary>One side wrote to the other on a case, or the company filed what was said elsewhere.</summary>
[FactName("cases.message-sent")]
public sealed record MessageSent(Guid CaseId, Guid MessageId, bool ByCompany) : IFact;

/// <summary>A case will not be ready for its surgery if everybody takes the days of the table.</summary>
[FactName("cases.case-at-risk")]
public sealed record CaseAtRisk(Guid CaseId) : IFact;
