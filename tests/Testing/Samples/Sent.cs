using Percurso.Files.Checks;

namespace Percurso.Testing.Samples;

/// <summary>Files as the checks get them.</summary>
static class Sent
{
    public static SentFile Bytes(string name, byte[] bytes) => new(name, bytes.Length, () => new MemoryStream(bytes, writable: false));

    public static SentFile OnDisk(string path) => new(Path.GetFileName(path), new FileInfo(path).Length, () => File.OpenRead(path));

    /// <summary>All files under a folder, as a browser sends a folder.</summary>
    public static SentFile[] Folder(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => OnDisk(path) with { Name = Path.GetRelativePath(folder, path) })];

    /// <summary>An order for a slot that takes one sort.</summary>
    public static CheckOrder To(this SentFile[] files, FileSort wanted) => new(files, wanted, Limits.Usual);
}
