namespace Percurso.Clinics.Contracts;

/// <summary>Who works in a clinic, for modules that write to them or let one be chosen.</summary>
public interface IClinicPeople
{
    /// <summary>Null when there is no such clinic.</summary>
    Task<string?> NameOfAsync(Guid clinic, CancellationToken cancel);

    /// <summary>The accounts of its dentists, those who are there longest first.</summary>
    Task<IReadOnlyList<Guid>> DentistsOfAsync(Guid clinic, CancellationToken cancel);

    /// <summary>Clinics whose name has these words in it, without accents; for staff. Twenty at most, by name.</summary>
    Task<IReadOnlyList<(Guid Id, string Name)>> SearchAsync(string words, CancellationToken cancel);

    /// <summary>Names of these clinics, by id.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesOfAsync(IEnumerable<Guid> clinics, CancellationToken cancel);
}
