using System.ComponentModel.DataAnnotations;

using Percurso.Patients.Contracts;
using Percurso.Patients.Domain;

namespace Percurso.Patients.Pages.Patients;

/// <summary>A patient as they are written down.</summary>
sealed class PatientForm
{
    [Required(ErrorMessage = "Escreva o nome do paciente.")]
    [StringLength(Patient.NameLength, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
    public string Name { get; set; } = "";

    public DateOnly? BornOn { get; set; }

    public Sex Sex { get; set; }

    [StringLength(Patient.LineLength, ErrorMessage = "O telefone passa de 120 caracteres.")]
    public string? Phone { get; set; }

    [StringLength(Patient.LineLength, ErrorMessage = "O e-mail passa de 120 caracteres.")]
    public string? Email { get; set; }

    [StringLength(Patient.TextLength, ErrorMessage = "As alergias passam de 2.000 letras. Resuma o que importa para a cirurgia.")]
    public string? Allergies { get; set; }

    [StringLength(Patient.TextLength, ErrorMessage = "As condições passam de 2.000 letras. Resuma o que importa para a cirurgia.")]
    public string? Conditions { get; set; }

    [StringLength(Patient.TextLength, ErrorMessage = "As observações passam de 2.000 letras.")]
    public string? Notes { get; set; }

    public static PatientForm Of(Patient patient) => new()
    {
        Name = patient.Name,
        BornOn = patient.BornOn,
        Sex = patient.Sex,
        Phone = patient.Phone,
        Email = patient.Email,
        Allergies = patient.Allergies,
        Conditions = patient.Conditions,
        Notes = patient.Notes,
    };

    public PatientRecord Read() => new(Name.Trim(), BornOn, Sex, Phone, Email, Allergies, Conditions, Notes);
}
