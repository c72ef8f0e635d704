namespace Percurso.Files.Contracts;

/// <summary>A file that the site itself puts where people send others: what a recipe brings, what another module made.</summary>
/// <param name="Purpose">Whose subject it is.</param>
/// <param name="SubjectId">What it belongs to.</param>
/// <param name="Slot">The slot's key.</param>
/// <param name="Name">As it would be called on somebody's machine.</param>
/// <param name="Content">All of it.</param>
/// <param name="By">In whose name.</param>
public sealed record PutFile(string Purpose, Guid SubjectId, string Slot, string Name, ReadOnlyMemory<byte> Content, Guid By);

public interface IPutFiles
{
    /// <summary>Stored and judged when this returns.</summary>
    Task<FileView> PutAsync(PutFile file, CancellationToken cancel);
}
