using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Percurso.Cases.Steps.Review;

/// <summary>Who signs, from where, and what they read: gathered before the move, once they have shown again that it is they.</summary>
/// <param name="Name">As they are called then.</param>
/// <param name="Cro">Registration with the Conselho Regional de Odontologia.</param>
/// <param name="Address">Where the request came from; null where nobody knows.</param>
/// <param name="UserAgent">What the browser calls itself.</param>
/// <param name="StatementNumber">Which version of the statement.</param>
/// <param name="Statement">Its words, in the language in which they were read.</param>
sealed record Signature(string Name, string Cro, string? Address, string? UserAgent, int StatementNumber, string Statement);

/// <summary>An approval of a final plan: a legal act, kept for ever with all that was before the dentist. Taken back it stays, and says so.</summary>
sealed class Approval
{
    public const int AgentLength = 400;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ReviewId { get; init; }
    public required int OfVersion { get; init; }

    /// <summary>Of what was approved: the version with its report.</summary>
    public required string Hash { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required string Name { get; init; }
    public required string Cro { get; init; }
    public required string? Address { get; init; }
    public required string? UserAgent { get; init; }
    public required int StatementNumber { get; init; }
    public required string Statement { get; init; }

    /// <summary>SHA-256 over all of the above: a row that was altered by hand no longer agrees with it.</summary>
    public string Seal { get; private set; } = "";
    public DateTime? TakenBackAt { get; internal set; }

    public bool IsWhole => Seal == Sealed();

    public static Approval Of(PlanReview review, Signature signed, Guid by, DateTime now)
    {
        var made = new Approval
        {
            ReviewId = review.Id,
            OfVersion = review.Number,
            Hash = review.Hash!,
            At = new(now.Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
            By = by,
            Name = signed.Name,
            Cro = signed.Cro,
            Address = signed.Address,
            UserAgent = signed.UserAgent is { Length: > AgentLength } lengthy ? lengthy[..AgentLength] : signed.UserAgent,
            StatementNumber = signed.StatementNumber,
            Statement = signed.Statement,
        };
        made.Seal = made.Sealed();
        return made;
    }

    string Sealed() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"percurso approval 1\n{Id}\t{ReviewId}\t{OfVersion}\t{Hash}\t{At:O}\t{By}\t{Cro}\t{Address}\t{StatementNumber}\n{Name}\n{UserAgent}\n{Statement}"))));
}

/// <summary>The report that belongs to one version of a final plan.</summary>
sealed class PlanReport
{
    public required Guid ReviewId { get; init; }
    public required int OfVersion { get; init; }

    /// <summary>In Files.</summary>
    public Guid FileId { get; internal set; }

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; internal set; } = "";
}
