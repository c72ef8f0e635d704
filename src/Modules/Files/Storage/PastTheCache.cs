using System.Runtime.InteropServices;

using Microsoft.Win32.SafeHandles;

namespace Percurso.Files.Storage;

/// <summary>
/// Lets writes to a file go to the disk without a copy in the system's cache, where Linux can (<c>O_DIRECT</c>, open(2)): a gigabyte that is read once or
/// never pushes nothing out that others read, and there is nothing left to flush at its end. It takes whole pages, at whole pages, from <see cref="PageMemory"/>; a write that
/// is not so, and every write where the system or the file system cannot, goes through the cache as ever.
/// </summary>
sealed class PastTheCache(SafeFileHandle file)
{
    const int GetFlags = 3, SetFlags = 4;

    /// <summary>Its value differs by architecture; 0 where it is not known.</summary>
    static readonly int Direct = !OperatingSystem.IsLinux() ? 0 : RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 0x4000,
        Architecture.Arm64 => 0x10000,
        _ => 0,
    };

    bool isOn;
    bool isPossible = Direct != 0;

    /// <summary>Before each write.</summary>
    public void Suit(ReadOnlyMemory<byte> bytes, long offset)
    {
        if (!isPossible || isOn == Fits(bytes, offset)) return;

        var flags = fcntl(file, GetFlags, 0);
        if (fcntl(file, SetFlags, isOn ? flags & ~Direct : flags | Direct) == 0) isOn = !isOn;
        else isPossible = isOn;
    }

    static bool Fits(ReadOnlyMemory<byte> bytes, long offset)
    {
        using var pin = bytes.Pin();
        return bytes.Length > 0 && ((offset | (long)bytes.Length) & (PageMemory.Page - 1)) == 0 && PageMemory.IsAligned(pin);
    }

    [DllImport("libc", SetLastError = true)]
    static extern int fcntl(SafeFileHandle file, int command, int argument);
}
