using System.Buffers;

namespace Percurso.Files.Storage;

/// <summary>Memory that begins with a page, and does not move.</summary>
static class PageMemory
{
    /// <summary>What disks and their file systems ask for at most, in bytes.</summary>
    public const int Page = 4096;

    public static Memory<byte> Allocate(int length)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(length + Page, pinned: true);
        using var pin = bytes.AsMemory().Pin();
        return bytes.AsMemory((int)(-Address(pin) & (Page - 1)), length);
    }

    public static bool IsAligned(MemoryHandle pin) => (Address(pin) & (Page - 1)) == 0;

    static unsafe long Address(MemoryHandle pin) => (long)pin.Pointer;
}
