using System.Text.Json.Serialization;

namespace Percurso.Cases.Contracts;

/// <summary>What the guide rests on during surgery.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GuideSupport>))]
public enum GuideSupport { Teeth, Mucosa, Bone }

/// <summary>How far the guide leads: the first drill only, or all drills and the implant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Drilling>))]
public enum Drilling { Pilot, Full }

/// <summary>Who prints: the company, or somebody else from its files.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Output>))]
public enum Output { Printed, FilesOnly }

/// <summary>The implant planned at one tooth.</summary>
/// <param name="Tooth">FDI notation.</param>
/// <param name="WeChoose">The dentist leaves the implant to the planner; the rest may then be empty.</param>
/// <param name="Brand">The maker.</param>
/// <param name="Line">The maker's system.</param>
/// <param name="Platform">The connection, as the maker calls it.</param>
/// <param name="Diameter">In millimetres.</param>
/// <param name="Length">In millimetres.</param>
public sealed record PlannedImplant(int Tooth, bool WeChoose, string? Brand = null, string? Line = null, string? Platform = null, decimal? Diameter = null, decimal? Length = null);

/// <summary>What the dentist asks for.</summary>
/// <param name="Support">What the guide rests on.</param>
/// <param name="Drilling">How far it leads.</param>
/// <param name="Output">Whether the company prints.</param>
/// <param name="IsUrgent">At the urgent price and with the urgent days.</param>
/// <param name="Implants">One a tooth, by tooth.</param>
/// <param name="Kit">The surgical kit the dentist owns.</param>
/// <param name="Sleeves">The sleeves the dentist owns or wants.</param>
/// <param name="SurgeryOn">The day everything is counted back from; null while it is not set.</param>
/// <param name="Remarks">What the planner should know.</param>
public sealed record Prescription(
    GuideSupport Support, Drilling Drilling, Output Output, bool IsUrgent, IReadOnlyList<PlannedImplant> Implants,
    string? Kit = null, string? Sleeves = null, DateOnly? SurgeryOn = null, string? Remarks = null);
