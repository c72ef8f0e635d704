using System.Globalization;

namespace Percurso.Kernel.Data.Embedded;

/// <summary>
/// The server that holds a cluster, read from its <c>postmaster.pid</c> (PostgreSQL manual, "Database File Layout"; line 1 is
/// the process, line 5 the socket's folder).
/// </summary>
/// <param name="Process">The server's process.</param>
/// <param name="Socket">The folder of its Unix socket.</param>
sealed record Postmaster(int Process, string Socket)
{
    /// <summary>Null when there is no such file, or when what it names is no longer that server: a crash leaves it behind.</summary>
    public static Postmaster? Of(string cluster)
    {
        if (ReadLines(FileOf(cluster)) is not [var first, _, _, _, var socket, ..]) return null;
        if (!int.TryParse(first, CultureInfo.InvariantCulture, out var process) || !Serves(process, cluster)) return null;

        return new(process, socket.Trim());
    }

    /// <summary>
    /// Removes what a crash left. PostgreSQL still refuses to start while any process of the old server lives: it asks the
    /// shared memory too.
    /// </summary>
    public static void Forget(string cluster) => File.Delete(FileOf(cluster));

    static string FileOf(string cluster) => Path.Combine(cluster, "postmaster.pid");

    static string[] ReadLines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    /// <summary>A number is used again by other processes, even by another cluster's server: its command line tells.</summary>
    static bool Serves(int process, string cluster)
    {
        try
        {
            if (OperatingSystem.IsLinux())
                return File.ReadAllText($"/proc/{process}/cmdline").Split('\0') is [var program, .. var arguments]
                    && Path.GetFileName(program) == "postgres" && arguments.Contains(cluster);

            using var found = System.Diagnostics.Process.GetProcessById(process);
            return found.ProcessName == "postgres";
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            return false;
        }
    }
}
