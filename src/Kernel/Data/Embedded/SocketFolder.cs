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

    /// <exception cref="StartRefusedException">Somebody else holds the name.</exception>
    public static string Of(DataFolder folder)
    {
        var name = $"percurso-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Path)))[..10]}";
        return Environment.IsPrivilegedProcess && MayHave($"/run/{name}") ? $"/run/{name}"
            : MayHave($"/tmp/{name}") ? $"/tmp/{name}"
            : throw new StartRefusedException(
                $"The folder /tmp/{name} is needed for the embedded PostgreSQL's socket and belongs to somebody else. Remove it.");
    }

    /// <summary>
    /// Only an owner may change a folder's mode: that it can be set shows whose it is. Root may always, hence /run,
    /// where nobody else can have been before.
    /// </summary>
    static bool MayHave(string path)
    {
        if (OperatingSystem.IsWindows()) return false;
        try
        {
            if (new FileInfo(path).LinkTarget is not null) return false;

            Directory.CreateDirectory(path, OursAlone);
            File.SetUnixFileMode(path, OursAlone);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
