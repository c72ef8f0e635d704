using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;

namespace Percurso.Clinics.Rights;

sealed class ClinicRights(ClinicsDb db) : IClinicRights
{
    public async Task<bool> MayAsync(Guid account, Guid clinic, ClinicAct act, CancellationToken cancel, Guid? responsible = null)
    {
        var member = await db.Set<Member>().AsNoTracking().SingleOrDefaultAsync(one => one.ClinicId == clinic && one.AccountId == account, cancel);
        return member is not null && ClinicRules.Table.Allows(act, member, responsible);
    }
}
