using System.Runtime.CompilerServices;

using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Kernel.Privacy;
using Percurso.Shipping.Data;

namespace Percurso.Shipping.Rights;

/// <summary>Where orders of the clinics in which the person is a dentist went.</summary>
sealed class OwnDeliveries(ShippingDb db, IWorkplaces workplaces) : IPersonalData
{
    public async IAsyncEnumerable<(string Name, object Content)> OfAsync(Guid account, [EnumeratorCancellation] CancellationToken cancel)
    {
        var clinics = (await workplaces.OfAsync(account, cancel)).Where(place => place.AsDentist).Select(place => (Guid?)place.Id).ToList();
        yield return ("deliveries", await db.Deliveries.AsNoTracking().Where(one => clinics.Contains(one.ClinicId)).OrderBy(one => one.ChosenAt)
            .Select(one => new { one.ChosenAt, one.Name, one.FirstLine, one.SecondLine, Service = one.Title, one.Price.Cents }).ToListAsync(cancel));
    }
}
