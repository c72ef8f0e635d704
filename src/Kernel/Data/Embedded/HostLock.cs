using System.Globalization;
using System.Text;

namespace Percurso.Kernel.Data.Embedded;

/// <summary>
/// One host a data folder. The system gives the lock back when the process ends, however it ends. The file holds the number
/// of the process that has it, for people.
/// </summary>
static class HostLock
{
    const int HeldOnLinux = 11, HeldOnMacOs = 35;

    /// <exception cref="StartRefusedException">Another host has it, or the folder cannot be written to.</exception>
    public static FileStream Take(DataFolder folder)
    {
        var path = Path.Combine(folder.Path, "host.lock");
        try
        {
            var held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            held.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId,-10}\n")));
            return held;
        }
        catch (IOException failure) when (failure.HResult is HeldOnLinux or HeldOnMacOs)
        {
            throw new StartRefusedException(
                $"Another host already runs on the data folder {folder.Path}. Stop it first, or give this one a folder of its own with Data:Folder.",
                failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw folder.Refusal(failure);
        }
    }
}
