using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;

namespace Percurso.Clinics.Rights;

sealed class ClinicAddresses(ClinicsDb db) : IClinicAddresses
{
    public async Task<IReadOnlyList<ClinicAddress>> OfAsync(Guid clinic, CancellationToken cancel)
    {
        var found = await db.Clinics.AsNoTracking().Include(one => one.Addresses).SingleOrDefaultAsync(one => one.Id == clinic, cancel);
        return found is null ? [] :
        [
            .. found.Addresses.OrderByDescending(one => one.Id == found.DeliveryId).ThenBy(one => one.Id)
                .Select(one => new ClinicAddress(one.Id, one.Name, one.Cep, one.Street, one.Number, one.Complement, one.District, one.City, one.Uf, one.Id == found.DeliveryId)),
        ];
    }
}
