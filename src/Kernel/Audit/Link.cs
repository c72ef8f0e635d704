using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Percurso.Kernel.Audit;

/// <summary>
/// One act as the chain holds it. Its hash is the SHA-256 of the canonical form: each of <c>percurso-audit-1</c>, number, time
/// (<c>2026-11-20T22:05:00.123456Z</c>), account or nothing, name, act, subject, then each detail's key and value in the order of
/// the keys' UTF-16 codes, and last the previous hash in small hexadecimal, in UTF-8, written as <c>length:bytes,</c> (a netstring).
/// So anybody can compute it with nothing of ours.
/// </summary>
/// <param name="Number">1, 2, 3… without a gap.</param>
/// <param name="At">UTC, whole microseconds.</param>
/// <param name="By">Who did it.</param>
/// <param name="Act">The act's name.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Details">More of it.</param>
/// <param name="Previous">The hash of the link before; 32 zero bytes for the first.</param>
sealed record Link(
    long Number, DateTime At, AuditPerson By, string Act, string Subject, ImmutableSortedDictionary<string, string> Details, byte[] Previous)
{
    public static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    public byte[] Hash()
    {
        var form = new ArrayBufferWriter<byte>();
        foreach (var part in Parts())
            Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(part).ToString(CultureInfo.InvariantCulture)}:{part},", form);

        return SHA256.HashData(form.WrittenSpan);
    }

    IEnumerable<string> Parts() =>
    [
        "percurso-audit-1",
        Number.ToString(CultureInfo.InvariantCulture),
        At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        By.Account?.ToString() ?? "",
        By.Name,
        Act,
        Subject,
        .. Details.SelectMany(detail => new[] { detail.Key, detail.Value }),
        Convert.ToHexStringLower(Previous),
    ];
}
