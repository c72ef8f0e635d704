using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Percurso.Files.Storage.Sealing;

/// <summary>
/// Seals one piece: AES-256-GCM (NIST SP 800-38D) over chunks of 64 kB, so that it can be read at any place. Each piece has a key of its own, derived (HKDF, RFC
/// 5869) from the site's, a random salt and the piece's name; a chunk's number is its nonce. So a chunk that was altered, moved, or taken from another piece does
/// not open; that one is missing at the end is seen from the length, which stands in the database.
/// <para>Stored: <c>PES1</c>, the key's name in 12 bytes, the salt in 16; then the chunks, 16 bytes of tag after each.</para>
/// </summary>
sealed class PieceSeal : IDisposable
{
    public const int Chunk = 64 << 10, Tag = 16, HeaderLength = 4 + SealingKeys.IdLength + 16;

    static ReadOnlySpan<byte> Magic => "PES1"u8;
    readonly AesGcm cipher;

    PieceSeal(SealingKey key, Guid piece, byte[] header)
    {
        Header = header;
        cipher = new(HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, 32, header[^16..], [.. "percurso piece"u8, .. piece.ToByteArray(bigEndian: true)]), Tag);
    }

    /// <summary>What stands before the chunks; it is authenticated with each.</summary>
    public byte[] Header { get; }

    public static PieceSeal New(SealingKey key, Guid piece)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        Encoding.ASCII.GetBytes(key.Id, header.AsSpan(4));
        RandomNumberGenerator.Fill(header.AsSpan(^16..));
        return new(key, piece, header);
    }

    /// <returns>Null where there is no seal.</returns>
    /// <exception cref="StoreDamagedException">It was made with a key that we do not have.</exception>
    public static PieceSeal? Of(byte[] header, SealingKeys keys, Guid piece)
    {
        if (!header.AsSpan().StartsWith(Magic)) return null;

        var id = Encoding.ASCII.GetString(header.AsSpan(4, SealingKeys.IdLength)).TrimEnd('\0');
        return keys.All.TryGetValue(id, out var key) ? new(key, piece, header) : throw new StoreDamagedException($"Piece {piece} is sealed with a key that is not configured.");
    }

    /// <summary>How long a piece is in the store.</summary>
    public static long StoredLength(long length) => HeaderLength + length + (length + Chunk - 1) / Chunk * Tag;

    /// <param name="number">The chunk's, from 0.</param>
    /// <param name="plain">A chunk; only the last may be shorter.</param>
    /// <param name="into">Longer by the tag.</param>
    public void Close(long number, ReadOnlySpan<byte> plain, Span<byte> into) =>
        cipher.Encrypt(Nonce(number, stackalloc byte[12]), plain, into[..plain.Length], into.Slice(plain.Length, Tag), Header);

    /// <param name="number">The chunk's, from 0.</param>
    /// <param name="closed">With its tag.</param>
    /// <param name="into">As long as it is without.</param>
    public bool TryOpen(long number, ReadOnlySpan<byte> closed, Span<byte> into)
    {
        try
        {
            cipher.Decrypt(Nonce(number, stackalloc byte[12]), closed[..^Tag], closed[^Tag..], into, Header);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    static Span<byte> Nonce(long number, Span<byte> into)
    {
        into.Clear();
        BinaryPrimitives.WriteInt64BigEndian(into[4..], number);
        return into;
    }

    public void Dispose() => cipher.Dispose();
}
