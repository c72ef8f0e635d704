namespace Percurso.Kernel.Data;

/// <summary>Tells the failures of a disk apart. .NET keeps the system's error number in <see cref="Exception.HResult"/>.</summary>
public static class DiskFailure
{
    const int NoSpaceOnUnix = 28, OverQuotaOnLinux = 122, OverQuotaOnMacOs = 69;
    const int FullOnWindows = unchecked((int)0x80070070);
    const int ReadOnlyOnUnix = 30;

    public static bool IsFull(Exception failure) =>
        failure is IOException
        && (failure.HResult is NoSpaceOnUnix or FullOnWindows
            || failure.HResult == OverQuotaOnLinux && OperatingSystem.IsLinux()
            || failure.HResult == OverQuotaOnMacOs && OperatingSystem.IsMacOS());

    /// <summary>A few words for people: "access is denied".</summary>
    public static string Reason(Exception failure) => failure switch
    {
        _ when failure.HResult == ReadOnlyOnUnix || failure.InnerException?.HResult == ReadOnlyOnUnix => "it is on a read-only file system",
        UnauthorizedAccessException => "access is denied",
        _ => failure.Message.TrimEnd('.'),
    };
}
