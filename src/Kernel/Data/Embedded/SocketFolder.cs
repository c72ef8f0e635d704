using System.Security.Cryptography;
using System.Text;

namespace Percurso.Kernel.Data.Embedded;

/// <summary>
/// Where the server's Unix socket is: a folder with a short name, because a socket's whole path may have 107 bytes, that
/// only this account may enter. The same data folder always has the same one, so that a later host finds the server.
/// </summary>
static class SocketFolder
{
    const UnixFileMode OursAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Root's is in /run, where nobody else can have been before.</summary>
    public static string Of(DataFolder folder)
    {
        var name = $"percurso-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Path)))[..10]}";
        return Environment.IsPrivilegedProcess && Directory.Exists("/run") ? $"/run/{name}" : $"/tmp/{name}";
    }

    /// <exception cref="StartRefusedException">It cannot be made, or somebody else holds the name.</exception>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        try
        {
            if (new FileInfo(path).LinkTarget is not null) throw new UnauthorizedAccessException();

            Directory.CreateDirectory(path, OursAlone);
            // Only an owner may change a folder's mode: that it can be set shows whose it is.
            File.SetUnixFileMode(path, OursAlone);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The folder {path} is needed for the embedded PostgreSQL's socket, and this account cannot make it its own. Remove it if it is there.", failure);
        }
    }
}
