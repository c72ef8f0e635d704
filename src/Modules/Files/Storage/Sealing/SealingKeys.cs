using System.Text;

using Microsoft.Extensions.Configuration;

using Percurso.Kernel;

namespace Percurso.Files.Storage.Sealing;

/// <summary>A key of 32 bytes, and the name under which sealed pieces remember it.</summary>
sealed record SealingKey(string Id, byte[] Bytes);

/// <summary>
/// With which keys pieces are sealed: <c>Files:Key</c> those that are written, <c>Files:OldKeys:0</c> and on those of earlier. A key is written
/// <c>name:base64</c>. While a key is set, pieces without a seal count as tampered with, unless <c>Files:PlainToo</c> says that there are such.
/// </summary>
/// <param name="Current">Null: what is written is not sealed.</param>
/// <param name="TakesPlain">Whether pieces may lie there unsealed.</param>
sealed record SealingKeys(SealingKey? Current, IReadOnlyDictionary<string, SealingKey> All, bool TakesPlain)
{
    public const int IdLength = 12;

    /// <exception cref="StartRefusedException">A key is not written as it must be.</exception>
    public static SealingKeys Of(IConfiguration configuration)
    {
        var current = configuration["Files:Key"] is { Length: > 0 } text ? Key("Files:Key", text) : null;
        var old = configuration.GetSection("Files:OldKeys").GetChildren().Select(one => Key(one.Path, one.Value ?? ""));
        var all = new Dictionary<string, SealingKey>(StringComparer.Ordinal);
        foreach (var key in current is null ? old : old.Prepend(current))
            if (!all.TryAdd(key.Id, key)) throw new StartRefusedException($"Two keys of Files:Key and Files:OldKeys are named {key.Id}. Each needs a name of its own.");
        return new(current, all, current is null || configuration["Files:PlainToo"] == "true");
    }

    static SealingKey Key(string setting, string text)
    {
        var parts = text.Split(':', 2);
        var bytes = new byte[32];
        return parts.Length == 2 && parts[0].Length is > 0 and <= IdLength && Ascii.IsValid(parts[0])
            && Convert.TryFromBase64String(parts[1], bytes, out var length) && length == bytes.Length
            ? new(parts[0], bytes)
            : throw new StartRefusedException($"{setting} is not a key: it is a name of at most {IdLength} letters, a colon, and 32 random bytes in base64 (openssl rand -base64 32).");
    }
}
