using Microsoft.EntityFrameworkCore;

using Percurso.Payments.Contracts;
using Percurso.Payments.Data;

namespace Percurso.Payments.Charging;

sealed class KnownSponsors(PaymentsDb db) : ISponsors
{
    public Task<SponsorView?> FindAsync(Guid sponsor, CancellationToken cancel) => db.Sponsors.Where(one => one.Id == sponsor)
        .Select(one => new SponsorView(one.Id, one.Name, one.TaxId, one.Email, one.MunicipalRegistration)).SingleOrDefaultAsync(cancel);
}
