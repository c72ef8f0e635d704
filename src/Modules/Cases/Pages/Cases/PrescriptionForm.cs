using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;

namespace Percurso.Cases.Pages.Cases;

/// <summary>What is asked for, as it is typed: teeth are ticked on the chart, and each may have its implant.</summary>
class PrescriptionForm
{
    const string Millimetres = @"^\s*\d{1,2}([.,]\d{1,2})?\s*$";

    [MinLength(1, ErrorMessage = "Marque no odontograma pelo menos um dente.")]
    public List<int> Teeth { get; set; } = [];

    /// <summary>A row each; null where somebody sent the number of a row and not the row.</summary>
    public List<ImplantForm?> Implants { get; set; } = [];

    /// <summary>Internal, or it would be validated once more.</summary>
    internal IEnumerable<ImplantForm> Rows => Implants.OfType<ImplantForm>();

    public GuideSupport Support { get; set; }

    public Drilling Drilling { get; set; } = Drilling.Full;

    public Output Output { get; set; }

    public bool IsUrgent { get; set; }

    [StringLength(120, ErrorMessage = "O kit passa de 120 letras. Escreva-o mais curto.")]
    public string? Kit { get; set; }

    [StringLength(120, ErrorMessage = "As anilhas passam de 120 letras. Escreva mais curto.")]
    public string? Sleeves { get; set; }

    public DateOnly? SurgeryOn { get; set; }

    [StringLength(2000, ErrorMessage = "As observações passam de 2.000 letras. Resuma-as; o resto cabe numa mensagem.")]
    public string? Remarks { get; set; }

    public Prescription ReadPrescription() => new(
        Support, Drilling, Output, IsUrgent,
        [.. Teeth.Distinct().Order().Select(tooth => (Rows.FirstOrDefault(one => one.Tooth == tooth) ?? new() { Tooth = tooth, WeChoose = true }).Read())],
        Kept(Kit), Kept(Sleeves), SurgeryOn, Kept(Remarks));

    public void Fill(Prescription asked)
    {
        Teeth = [.. asked.Implants.Select(one => one.Tooth)];
        Implants = [.. asked.Implants.Select(ImplantForm.Of)];
        (Support, Drilling, Output, IsUrgent) = (asked.Support, asked.Drilling, asked.Output, asked.IsUrgent);
        (Kit, Sleeves, SurgeryOn, Remarks) = (asked.Kit, asked.Sleeves, asked.SurgeryOn, asked.Remarks);
    }

    protected static string? Kept(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>The implant at one tooth. Nothing written means that the company chooses.</summary>
    internal sealed class ImplantForm
    {
        public int Tooth { get; set; }

        public bool WeChoose { get; set; }

        [StringLength(60, ErrorMessage = "A marca passa de 60 letras. Escreva-a mais curta.")]
        public string? Brand { get; set; }

        [StringLength(60, ErrorMessage = "A linha passa de 60 letras. Escreva-a mais curta.")]
        public string? Line { get; set; }

        [StringLength(60, ErrorMessage = "A plataforma passa de 60 letras. Escreva-a mais curta.")]
        public string? Platform { get; set; }

        [RegularExpression(Millimetres, ErrorMessage = "Escreva o diâmetro em milímetros, como 3,75.")]
        public string? Diameter { get; set; }

        [RegularExpression(Millimetres, ErrorMessage = "Escreva o comprimento em milímetros, como 11,5.")]
        public string? Length { get; set; }

        public static ImplantForm Of(PlannedImplant implant) => new()
        {
            Tooth = implant.Tooth,
            WeChoose = implant.WeChoose,
            Brand = implant.Brand,
            Line = implant.Line,
            Platform = implant.Platform,
            Diameter = implant.Diameter?.ToString("0.##", CultureInfo.CurrentCulture),
            Length = implant.Length?.ToString("0.##", CultureInfo.CurrentCulture),
        };

        public PlannedImplant Read() =>
            WeChoose || new[] { Brand, Line, Platform, Diameter, Length }.All(string.IsNullOrWhiteSpace)
                ? new(Tooth, true)
                : new(Tooth, false, Kept(Brand), Kept(Line), Kept(Platform), Number(Diameter), Number(Length));

        static decimal? Number(string? typed) =>
            decimal.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
