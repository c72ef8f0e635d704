namespace Percurso.Files.Checks;

/// <summary>A file to be looked at.</summary>
/// <param name="Name">As the sender's computer had it, folders included. Never to be trusted, never a path of ours.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Open">Begins to read it. What is opened is disposed of before another is; streams of whole files can seek, those out of a ZIP cannot.</param>
sealed record SentFile(string Name, long Length, Func<Stream> Open);
