namespace Percurso.Content.Domain.Pages;

/// <summary>Somebody had a page open in the editor at this moment.</summary>
sealed record Presence(Guid PageId, Guid AccountId, DateTime SeenAt)
{
    /// <summary>Editors say that they are there three times as often.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromSeconds(30);
}

/// <summary>A number that the database moves with whatever visitors may see; one row.</summary>
sealed record Edition(long Number);
