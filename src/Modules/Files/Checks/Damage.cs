namespace Percurso.Files.Checks;

/// <summary>Tells a broken file from a broken disk.</summary>
static class Damage
{
    /// <summary>Whether the bytes are at fault: readers throw so at what breaks off or makes no sense, and zlib, whose own exception cannot be named, at some of it.</summary>
    public static bool Is(Exception thrown) =>
        thrown is InvalidDataException or EndOfStreamException || thrown is IOException && thrown.GetType().Namespace == "System.IO.Compression";
}
