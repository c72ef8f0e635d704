using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Brazil;
using Percurso.Shipping.Contracts;
using Percurso.Shipping.Data;
using Percurso.Shipping.Domain;

namespace Percurso.Shipping;

/// <summary>The company's own table: a service is offered where it has a rate that bears the weight.</summary>
sealed class FreightTable(ShippingDb db, IAddresses addresses) : IFreight
{
    public async Task<IReadOnlyList<FreightOption>> QuoteAsync(Cep to, Parcel parcel, CancellationToken cancel)
    {
        if (await addresses.OfAsync(to, cancel) is not { Uf: var uf }) return [];

        var rates = await (from rate in db.Rates
                           join region in db.Regions on rate.RegionKey equals region.Key
                           join service in db.Services on rate.ServiceKey equals service.Key
                           where (" " + region.Ufs + " ").Contains(" " + uf.Value + " ") && rate.MaxGrams >= parcel.ChargedGrams
                           select new { service, rate.MaxGrams, rate.Amount, rate.BusinessDays }).AsNoTracking().ToListAsync(cancel);
        return [.. rates.GroupBy(rate => rate.service.Key).Select(same => same.MinBy(rate => rate.MaxGrams)!)
            .Select(rate => new FreightOption(rate.service.Key, rate.service.Title, rate.service.TitleEn, rate.Amount, rate.BusinessDays))
            .OrderBy(option => option.Price).ThenBy(option => option.BusinessDays)];
    }
}

sealed class Deliveries(ShippingDb db, IFreight freight, IClinicAddresses addresses, TimeProvider clock) : IDeliveries
{
    public async Task<DeliveryView> ChooseAsync(string purpose, Guid subject, Guid clinic, Guid address, string service, Parcel parcel, CancellationToken cancel)
    {
        var to = (await addresses.OfAsync(clinic, cancel)).FirstOrDefault(one => one.Id == address) ?? throw new RuleBrokenException("Este endereço já não é do consultório. Escolha outro.");
        var by = (await freight.QuoteAsync(to.Cep, parcel, cancel)).FirstOrDefault(one => one.Service == service) ?? throw new RuleBrokenException("Esta forma de envio não chega a este endereço. Escolha outra.");

        var delivery = await db.Deliveries.SingleOrDefaultAsync(one => one.Purpose == purpose && one.SubjectId == subject, cancel);
        if (delivery is null) db.Add(delivery = new Delivery { Purpose = purpose, SubjectId = subject });
        delivery.Choose(clinic, to, by, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancel);
        return View(delivery);
    }

    public async Task<DeliveryView?> FindAsync(string purpose, Guid subject, CancellationToken cancel) =>
        await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(one => one.Purpose == purpose && one.SubjectId == subject, cancel) is { } found ? View(found) : null;

    public async Task<DeliveryView?> LastOfAsync(Guid clinic, CancellationToken cancel) =>
        await db.Deliveries.AsNoTracking().Where(one => one.ClinicId == clinic).OrderByDescending(one => one.ChosenAt).FirstOrDefaultAsync(cancel) is { } found ? View(found) : null;

    public Task ForgetAsync(string purpose, Guid subject, CancellationToken cancel) =>
        db.Deliveries.Where(one => one.Purpose == purpose && one.SubjectId == subject).ExecuteDeleteAsync(cancel);

    static DeliveryView View(Delivery one) =>
        new(one.AddressId, one.Name, one.FirstLine, one.SecondLine, one.Service, one.Title, one.TitleEn, one.Price, one.BusinessDays);
}
