using System.Security.Cryptography;

using Microsoft.AspNetCore.Http;

namespace Percurso.Files.Uploads;

/// <summary>What the bytes of one request must add up to, by the protocol's checksum extension.</summary>
sealed class Checksum : IDisposable
{
    readonly IncrementalHash hash;
    readonly byte[] expected;

    Checksum(HashAlgorithmName algorithm, byte[] expected) => (hash, this.expected) = (IncrementalHash.CreateHash(algorithm), expected);

    /// <returns>Null where the request names none.</returns>
    /// <exception cref="TusRefusal">It is of a kind we do not know, or no base64.</exception>
    public static Checksum? Of(HttpRequest request)
    {
        if (request.Headers["Upload-Checksum"].ToString() is not { Length: > 0 } header) return null;

        var parts = header.Split(' ');
        var expected = new byte[header.Length];
        if (parts.Length != 2 || !Convert.TryFromBase64String(parts[1], expected, out var length) || Algorithm(parts[0]) is not { } algorithm)
            throw new TusRefusal(StatusCodes.Status400BadRequest, "O programa de envio pede uma soma de verificação que não conhecemos.");

        return new(algorithm, expected[..length]);
    }

    public void Append(ReadOnlySpan<byte> bytes) => hash.AppendData(bytes);

    public bool Holds() => hash.GetHashAndReset().AsSpan().SequenceEqual(expected);

    public void Dispose() => hash.Dispose();

    // The protocol demands sha1 and offers md5: both against accidents on the way, not against anybody.
    static HashAlgorithmName? Algorithm(string name) => name switch
    {
        "sha1" => HashAlgorithmName.SHA1,
        "sha256" => HashAlgorithmName.SHA256,
        "sha512" => HashAlgorithmName.SHA512,
        "md5" => HashAlgorithmName.MD5,
        _ => null,
    };
}
