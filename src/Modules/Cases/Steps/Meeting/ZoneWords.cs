using Percurso.Kernel.Localization;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>A time zone as people here call it: by its city, and that of São Paulo by the capital.</summary>
static class ZoneWords
{
    public static string Of(TimeZoneInfo zone, Words T) =>
        T["horário de {0}", zone.Id == "America/Sao_Paulo" ? "Brasília" : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')];
}
