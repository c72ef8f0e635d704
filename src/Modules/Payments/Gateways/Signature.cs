using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Percurso.Payments.Gateways;

/// <summary>
/// <c>t=&lt;unix&gt;,v1=&lt;hex&gt;</c>: HMAC-SHA256 over the time, a point, and the body's bytes as they came. The scheme is
/// Stripe's (stripe-node, src/Webhooks.ts), so that its client needs no other.
/// </summary>
static class Signature
{
    /// <summary>A notice older than this is a replay; one from the future by more than this has a wrong clock.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether one of its signatures is right, compared in constant time, and its time is now.</summary>
    public static bool IsRight(string header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var parts = header.Split(',', 12).Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0].Trim(), part => part[1].Trim());
        if (!long.TryParse(parts["t"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var time)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - time) > Patience.TotalSeconds) return false;

        var expected = Encoding.ASCII.GetBytes(Of(body, time, secret));
        var isRight = false;
        foreach (var given in parts["v1"]) isRight |= CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(given));
        return isRight;
    }

    public static string Of(ReadOnlySpan<byte> body, long time, string secret)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time}.")), .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
