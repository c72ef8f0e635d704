using System.Security.Cryptography;
using System.Text;

namespace Percurso.Cases.Steps.Signing;

/// <summary>Who signs, from where, and what they read: gathered before the move, once they have shown again that it is they.</summary>
/// <param name="Name">As they are called then.</param>
/// <param name="Cro">Registration with the Conselho Regional de Odontologia.</param>
/// <param name="Address">Where the request came from; null where nobody knows.</param>
/// <param name="UserAgent">What the browser calls itself.</param>
/// <param name="StatementNumber">Which version of the statement.</param>
/// <param name="Statement">Its words, in the language in which they were read.</param>
sealed record Signature(string Name, string Cro, string? Address, string? UserAgent, int StatementNumber, string Statement);

/// <summary>A legal act of a dentist, kept for ever with all that was before them. Taken back it stays, and says so.</summary>
abstract class SignedAct
{
    public const int AgentLength = 400;

    protected SignedAct() { }

    protected SignedAct(Signature signed, Guid by, DateTime now)
    {
        // As the database keeps it, so that the seal still agrees when it is read again.
        At = new(now.Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
        (By, Name, Cro, Address) = (by, signed.Name, signed.Cro, signed.Address);
        UserAgent = signed.UserAgent is { Length: > AgentLength } lengthy ? lengthy[..AgentLength] : signed.UserAgent;
        (StatementNumber, Statement) = (signed.StatementNumber, signed.Statement);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public DateTime At { get; private init; }
    public Guid By { get; private init; }
    public string Name { get; private init; } = "";
    public string Cro { get; private init; } = "";
    public string? Address { get; private init; }
    public string? UserAgent { get; private init; }
    public int StatementNumber { get; private init; }
    public string Statement { get; private init; } = "";

    /// <summary>SHA-256 over all of it: a row that was altered by hand no longer agrees with it.</summary>
    public string Seal { get; private set; } = "";
    public DateTime? TakenBackAt { get; internal set; }

    public bool IsWhole => Seal == Sealed();

    /// <summary>The name of the act, and what it is about, parted by tabs. Stored seals rest on both: neither changes.</summary>
    protected abstract (string Act, string About) Sealing { get; }

    /// <summary>For the last line of a constructor.</summary>
    protected void SetSeal() => Seal = Sealed();

    string Sealed()
    {
        var (act, about) = Sealing;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            FormattableString.Invariant($"percurso {act} 1\n{Id}\t{about}\t{At:O}\t{By}\t{Cro}\t{Address}\t{StatementNumber}\n{Name}\n{UserAgent}\n{Statement}"))));
    }
}
