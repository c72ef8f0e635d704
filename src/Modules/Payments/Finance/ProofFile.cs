using Microsoft.AspNetCore.Http;

using Percurso.Kernel;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Finance;

/// <summary>Takes a receipt from somebody who confirms by hand. What it is, its first bytes say, not its name.</summary>
static class ProofFile
{
    const long MostBytes = 5 << 20;

    static readonly (byte[] Beginning, string Type, string Extension)[] known =
    [
        ([0x25, 0x50, 0x44, 0x46, 0x2D], "application/pdf", ".pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png", ".png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg", ".jpg"),
    ];

    /// <exception cref="RuleBrokenException">It is too large, or no PDF, PNG or JPEG.</exception>
    public static async Task<Proof> ReadAsync(IFormFile file, Guid charge, Guid by, DateTime now, CancellationToken cancel)
    {
        if (file.Length is 0 or > MostBytes) throw new RuleBrokenException("O comprovante tem até 5 MB. Envie uma imagem menor.");

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        var bytes = content.ToArray();
        return TypeOf(bytes) is var (type, extension)
            ? new(charge, $"comprovante{extension}", type, bytes, by, now)
            : throw new RuleBrokenException("O comprovante precisa ser um PDF, um PNG ou um JPEG de verdade. Confira o arquivo.");
    }

    internal static (string Type, string Extension)? TypeOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (beginning, type, extension) in known)
            if (bytes.StartsWith(beginning)) return (type, extension);
        return null;
    }
}
