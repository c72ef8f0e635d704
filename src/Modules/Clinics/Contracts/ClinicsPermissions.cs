namespace Percurso.Clinics.Contracts;

public static class ClinicsPermissions
{
    /// <summary>To found a clinic, whose first dentist one then is.</summary>
    public const string Found = "clinics.found";

    /// <summary>For the staff: to see all clinics, who works in them and where they are.</summary>
    public const string SeeAll = "clinics.see-all";
}
