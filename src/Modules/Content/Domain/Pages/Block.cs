using System.Text.Json.Nodes;

namespace Percurso.Content.Domain.Pages;

/// <summary>One block of a page.</summary>
/// <param name="Id">Short, and the block's own as long as it lives: eight letters and digits.</param>
/// <param name="Kind">The key of its <see cref="Contracts.BlockKind"/>; of a module that was switched off it is shown to nobody and kept.</param>
/// <param name="Hidden">Kept, and not shown.</param>
/// <param name="Settings">As the kind's record has them.</param>
sealed record Block(string Id, string Kind, bool Hidden, JsonObject Settings)
{
    public const int Most = 60;

    public bool Equals(Block? other) => other is not null
        && (Id, Kind, Hidden) == (other.Id, other.Kind, other.Hidden) && JsonNode.DeepEquals(Settings, other.Settings);

    public override int GetHashCode() => HashCode.Combine(Id, Kind, Hidden);

    public static string NewId() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
}
