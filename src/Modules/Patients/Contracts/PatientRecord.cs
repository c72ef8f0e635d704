using System.Text.Json.Serialization;

namespace Percurso.Patients.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<Sex>))]
public enum Sex { Unsaid, Female, Male, Intersex }

/// <summary>What a clinic writes down of a patient. Health data: never in logs, subjects of letters, addresses.</summary>
/// <param name="Name">As in the patient's documents.</param>
/// <param name="BornOn">Null where nobody has asked yet.</param>
/// <param name="Sex">As far as it matters to the surgery.</param>
/// <param name="Phone">Any way to write it.</param>
/// <param name="Email">Never written to by this site.</param>
/// <param name="Allergies">Medicines, metals, latex.</param>
/// <param name="Conditions">What the surgeon must know: diabetes, anticoagulants, bisphosphonates.</param>
/// <param name="Notes">Anything else.</param>
public sealed record PatientRecord(
    string Name, DateOnly? BornOn = null, Sex Sex = Sex.Unsaid, string? Phone = null, string? Email = null,
    string? Allergies = null, string? Conditions = null, string? Notes = null);

/// <summary>A patient of one clinic.</summary>
public sealed record KnownPatient(Guid Id, Guid ClinicId, PatientRecord Record);
