namespace Percurso.Clinics.Contracts;

public static class ClinicsPermissions
{
    /// <summary>To found a clinic, whose first dentist one then is.</summary>
    public const string Found = "clinics.found";
}
