using Percurso.Kernel;

namespace Percurso.Shipping.Contracts;

/// <summary>Where something goes and how.</summary>
/// <param name="AddressId">The clinic's address it was copied from.</param>
/// <param name="FirstLine">Street and number.</param>
/// <param name="SecondLine">District, city, UF and CEP.</param>
public sealed record DeliveryView(
    Guid AddressId, string Name, string FirstLine, string SecondLine, string Service, string Title, string TitleEn, Money Price, int BusinessDays);

/// <summary>Deliveries, one for each subject of another module.</summary>
public interface IDeliveries
{
    /// <summary>Takes a copy of the address and of the offer; another choice replaces the one before.</summary>
    /// <exception cref="RuleBrokenException">The clinic has no such address, or the service does not reach it.</exception>
    Task<DeliveryView> ChooseAsync(string purpose, Guid subject, Guid clinic, Guid address, string service, Parcel parcel, CancellationToken cancel);

    Task<DeliveryView?> FindAsync(string purpose, Guid subject, CancellationToken cancel);

    /// <summary>What the clinic chose last, for whatever subject: where the next choice begins. Null for its first.</summary>
    Task<DeliveryView?> LastOfAsync(Guid clinic, CancellationToken cancel);

    /// <summary>Nothing travels any more.</summary>
    Task ForgetAsync(string purpose, Guid subject, CancellationToken cancel);
}
