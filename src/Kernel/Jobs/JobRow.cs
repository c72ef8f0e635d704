namespace Percurso.Kernel.Jobs;

/// <summary>How a job's last run went.</summary>
sealed class JobRow
{
    public required string Name { get; init; }
    public required DateTime StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }
    public string? Error { get; set; }
    public long Runs { get; set; }
}
