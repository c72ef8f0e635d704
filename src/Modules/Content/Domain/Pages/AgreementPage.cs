using System.Text.Json.Serialization;

namespace Percurso.Content.Domain.Pages;

/// <summary>The text people agree to that a page holds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgreementPage>))]
enum AgreementPage { None, Terms, Privacy }
