using System.Security.Claims;

using Percurso.Clinics.Contracts;
using Percurso.Kernel.Security;

namespace Percurso.Patients.Rights;

static class Reader
{
    /// <summary>The clinic the reader works for now; null for who works in none.</summary>
    public static async Task<Workplace?> ChosenAsync(this IWorkplaces workplaces, ClaimsPrincipal person, CancellationToken cancel) =>
        (await workplaces.OfAsync(person.AccountId(), cancel)).FirstOrDefault(place => place.IsChosen);
}
