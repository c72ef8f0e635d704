using System.ComponentModel.DataAnnotations;

using Percurso.Cases.Contracts;
using Percurso.Cases.Domain;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>A new case as it is typed: patient and prescription on one form.</summary>
sealed class CaseForm : PrescriptionForm, IValidatableObject
{
    /// <summary>A patient of the clinic; null for one to be written down.</summary>
    public Guid? PatientId { get; set; }

    [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
    public string? Name { get; set; }

    public DateOnly? BornOn { get; set; }

    public Sex Sex { get; set; }

    [StringLength(120, ErrorMessage = "O telefone passa de 120 caracteres.")]
    public string? Phone { get; set; }

    [StringLength(2000, ErrorMessage = "As alergias passam de 2.000 letras. Resuma o que importa para a cirurgia.")]
    public string? Allergies { get; set; }

    [StringLength(2000, ErrorMessage = "As condições passam de 2.000 letras. Resuma o que importa para a cirurgia.")]
    public string? Conditions { get; set; }

    /// <summary>The person has seen who may be the same patient, and says that this is another.</summary>
    public bool IsAnother { get; set; }

    [StringLength(Case.NicknameLength, ErrorMessage = "O apelido passa de 60 letras. Escreva-o mais curto.")]
    public string? Nickname { get; set; }

    public Guid? DentistId { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PatientId is null && string.IsNullOrWhiteSpace(Name))
        {
            var words = (Kernel.Localization.Words)validationContext.GetService(typeof(Kernel.Localization.Words))!;
            yield return new(words["Escreva o nome do paciente."], [nameof(Name)]);
        }
    }

    public PatientRecord ReadPatient() =>
        new(Name!.Trim(), BornOn, Sex, Kept(Phone), null, Kept(Allergies), Kept(Conditions));

    public string? ReadNickname() => Kept(Nickname);

    public void Start(PlannedImplant? habit, string? kit, string? sleeves)
    {
        (Kit, Sleeves) = (kit, sleeves);
        if (habit is not null) Usual = habit;
    }

    /// <summary>The system the dentist used last, which a newly ticked tooth begins with.</summary>
    internal PlannedImplant? Usual { get; private set; }
}
