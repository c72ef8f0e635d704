using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Privacy;

namespace Percurso.Clinics.Rights;

/// <summary>Where the person works, and since when.</summary>
sealed class OwnClinics(ClinicsDb db) : IPersonalData
{
    public async IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return ("clinics", await (from member in db.Set<Member>()
                                        where member.AccountId == account
                                        join clinic in db.Clinics on member.ClinicId equals clinic.Id
                                        orderby member.JoinedAt
                                        select new { Clinic = clinic.Name, Role = member.Role.ToString(), member.JoinedAt }).ToListAsync(cancel));
    }
}
