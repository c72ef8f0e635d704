namespace Percurso.Kernel.Data.Embedded;

/// <summary>The files of the embedded server's databases.</summary>
static class Cluster
{
    const string Version = "18";

    /// <summary>
    /// Makes the cluster under another name and renames it when it is whole, so that a crash in the middle leaves nothing
    /// that could be taken for one. Each attempt has a name of its own: a killed host's attempt may still be writing.
    /// </summary>
    /// <exception cref="StartRefusedException">It cannot be made, or another version's is there.</exception>
    public static async Task CreateIfMissingAsync(Quarters quarters, DataFolder folder, CancellationToken cancel)
    {
        foreach (var remains in Directory.EnumerateDirectories(quarters.Folder, "pg.new.*")) TryDelete(remains);

        var marker = Path.Combine(quarters.Cluster, "PG_VERSION");
        if (!File.Exists(marker)) await CreateAsync(quarters, folder, cancel);

        if ((await File.ReadAllTextAsync(marker, cancel)).Trim() is var found and not Version)
            throw new StartRefusedException(
                $"The database in {quarters.Cluster} was made by PostgreSQL {found}; this host brings {Version}. "
                + "Move it with pg_dump and psql of both versions, or choose another folder with Data:Folder.");
    }

    static async Task CreateAsync(Quarters quarters, DataFolder folder, CancellationToken cancel)
    {
        var partial = $"{quarters.Cluster}.new.{Guid.CreateVersion7():n}";
        var answer = await quarters.RunAsync("initdb",
            ["-D", partial, "-U", EmbeddedServer.Owner, "--auth=trust", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"], cancel);
        if (!answer.IsGood) throw ServerFailure.Explain("could not make its files", answer.Output, folder, quarters);

        Directory.Move(partial, quarters.Cluster);
    }

    static void TryDelete(string remains)
    {
        try
        {
            Directory.Delete(remains, recursive: true);
        }
        catch (IOException)
        {
            // Still being written by the attempt of a host that was killed; the next start removes it.
        }
    }
}
