using System.Security.Cryptography;

using Microsoft.AspNetCore.WebUtilities;

using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Files.Links;

enum LinkKind
{
    /// <summary>For the sender's own phone: one slot, opened within minutes, by the first device that does.</summary>
    Phone,

    /// <summary>For a radiology centre or a laboratory: the slots chosen, for days.</summary>
    Outside,
}

/// <summary>
/// A way to send without an account, upload only: the address holds a secret of which only the hash is kept. To look at it changes nothing, so that
/// crawlers and previews of messengers neither open it nor use it up; a person presses a button.
/// </summary>
sealed class Link : Aggregate
{
    public const int NameLength = 80;
    public static readonly TimeSpan ToOpen = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan OnThePhone = TimeSpan.FromHours(2);
    public static readonly TimeSpan Outside = TimeSpan.FromDays(7);

    Link() { }

    public string Purpose { get; private init; } = "";
    public Guid SubjectId { get; private init; }
    public List<string> Slots { get; private init; } = [];
    public LinkKind Kind { get; private init; }

    /// <summary>Whom it is for, as whoever made it calls them.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Of the secret in the address.</summary>
    public string SecretHash { get; private init; } = "";
    public Guid MadeBy { get; private init; }
    public DateTime MadeAt { get; private init; }

    /// <summary>After this nothing new is begun. What was begun may finish.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>Of the secret of the one device that opened it; null while none has, and for links that are not bound.</summary>
    public string? DeviceHash { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    /// <returns>The link, and the secret that only its address will hold.</returns>
    public static (Link Link, string Secret) ForPhone(string purpose, Guid subject, string slot, string name, Guid by, DateTime now) =>
        Make(LinkKind.Phone, purpose, subject, [slot], name, by, now, now + ToOpen);

    /// <inheritdoc cref="ForPhone" path="/returns" />
    public static (Link Link, string Secret) ForOutside(string purpose, Guid subject, IReadOnlyList<string> slots, string name, Guid by, DateTime now) =>
        slots.Count > 0
            ? Make(LinkKind.Outside, purpose, subject, slots, name, by, now, now + Outside)
            : throw new RuleBrokenException("Escolha pelo menos um item.") { Field = "Input.Slots" };

    /// <summary>A person opens it on a device.</summary>
    /// <returns>The secret that this device is to keep.</returns>
    /// <exception cref="RuleBrokenException">It has ended, or another device was first.</exception>
    public string Open(DateTime now)
    {
        if (!IsAlive(now)) throw new RuleBrokenException("Este link já não vale. Peça outro a quem o enviou.");
        if (Kind == LinkKind.Phone && DeviceHash is not null) throw new RuleBrokenException("Este link já foi aberto em outro aparelho. Peça outro a quem o enviou.");

        var device = NewSecret();
        if (Kind == LinkKind.Phone) (DeviceHash, EndsAt) = (HashOf(device), now + OnThePhone);
        OpenedAt ??= now;
        Changed();
        return device;
    }

    public void Revoke(DateTime now)
    {
        RevokedAt ??= now;
        Changed();
    }

    public bool IsAlive(DateTime now) => RevokedAt is null && now < EndsAt;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));

    static (Link, string) Make(LinkKind kind, string purpose, Guid subject, IReadOnlyList<string> slots, string name, Guid by, DateTime now, DateTime endsAt)
    {
        var secret = NewSecret();
        var link = new Link { Kind = kind, Purpose = purpose, SubjectId = subject, Slots = [.. slots], Name = name, SecretHash = HashOf(secret), MadeBy = by, MadeAt = now, EndsAt = endsAt };
        link.Changed();
        return (link, secret);
    }

    static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
}
