using System.Text.Json.Serialization;

namespace Percurso.Cases.Contracts;

/// <summary>Who bears what a remake costs.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RemakePayer>))]
public enum RemakePayer { Company, Dentist, Carrier, Sponsor }
