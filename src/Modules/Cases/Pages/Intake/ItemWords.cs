using Percurso.Cases.Steps.Intake;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Intake;

/// <summary>How an item stands, in a few words.</summary>
static class ItemWords
{
    public static (Kind Kind, string Words) Of(IntakeLine line, Words T) => line.Item.State switch
    {
        ItemState.Accepted => (Kind.Ok, T["Aceito pela empresa"]),
        ItemState.In => (Kind.Ok, T["Chegou"]),
        ItemState.Shipped => (Kind.Ours, T["O modelo está a caminho"]),
        ItemState.Returned => (Kind.Yours, T["Devolvido: envie de novo"]),
        ItemState.NotNeeded => (Kind.Info, T["Não se aplica"]),
        _ when line.Files.Any(file => file.State == FileState.Checking) => (Kind.Ours, T["Em conferência"]),
        _ when line.Files.Any(file => file.State == FileState.AtRisk) => (Kind.Yours, T["Espera a decisão do dentista"]),
        _ when line.Item.Need == Need.Required => (Kind.Yours, T["Falta"]),
        _ => (Kind.Locked, T["Se tiver"]),
    };
}

/// <summary>What a file picker offers first; what comes is judged by its content.</summary>
static class Accepts
{
    public static string? Of(SlotView slot) => slot.Takes is ["Photograph"] ? "image/*" : slot.Takes is ["Scan"] ? ".stl,.ply,.obj,.zip" : null;
}

/// <summary>Sizes as people say them, in powers of a thousand.</summary>
static class ByteWords
{
    public static string Of(long bytes) => bytes switch
    {
        >= 1_000_000_000 => $"{bytes / 1e9:0.0} GB",
        >= 1_000_000 => $"{bytes / 1e6:0.0} MB",
        >= 1_000 => $"{bytes / 1e3:0} kB",
        _ => $"{bytes} B",
    };
}

/// <summary>What a small picture of a file shows.</summary>
static class ViewWords
{
    public static string Of(string view, Words T) => view switch
    {
        "axial" => T["Corte axial"],
        "coronal" => T["Corte coronal"],
        "sagittal" => T["Corte sagital"],
        _ => T["Vista da malha"],
    };
}
