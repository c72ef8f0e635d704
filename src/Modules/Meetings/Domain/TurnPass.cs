using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Percurso.Meetings.Domain;

/// <summary>
/// A name and a password that a relay takes for a while, made of a secret that relay and site share: coturn's
/// <c>use-auth-secret</c> (draft-uberti-behave-turn-rest-00).
/// </summary>
/// <param name="Username">The second at which it ends, and whose it is.</param>
/// <param name="Credential">HMAC-SHA1 of the name, in Base64.</param>
sealed record TurnPass(string Username, string Credential)
{
    /// <summary>Longer than any meeting: a relay asks again whenever a path is renewed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(6);

    [SuppressMessage("Security", "CA5350", Justification = "The protocol says HMAC-SHA1, which is unbroken as an HMAC.")]
    public static TurnPass Until(DateTimeOffset end, string who, string secret)
    {
        var username = string.Create(CultureInfo.InvariantCulture, $"{end.ToUnixTimeSeconds()}:{who}");
        return new(username, Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(username))));
    }
}
