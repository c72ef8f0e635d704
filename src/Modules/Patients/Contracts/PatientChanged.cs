using Percurso.Kernel.Events;

namespace Percurso.Patients.Contracts;

/// <summary>What is written of a patient has changed, the name perhaps.</summary>
[FactName("patients.patient-changed")]
public sealed record PatientChanged(Guid PatientId) : IFact;
