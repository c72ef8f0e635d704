namespace Percurso.Kernel.Data;

/// <summary>
/// Where this host keeps what is not in the database (configuration <c>Data:Folder</c>, relative to the content root), and
/// the embedded server's cluster. Only the host's own account may enter it.
/// </summary>
/// <param name="Path">Absolute, without a slash at its end.</param>
public sealed record DataFolder(string Path)
{
    const long NeededBytes = 128L << 20;

    /// <summary>Makes the folder if it is missing, and makes sure that it can be written to.</summary>
    /// <exception cref="StartRefusedException">It cannot be made or written to, or its disk is full.</exception>
    internal void Open()
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
            else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

            using var trial = new FileStream(
                System.IO.Path.Combine(Path, ".trial"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
            trial.WriteByte(0);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Refusal(cause);
        }

        if (new DriveInfo(Path).AvailableFreeSpace is var free and < NeededBytes) throw Full($"{free >> 20} MB are", null);
    }

    /// <summary>The sentence for a failure to write in this folder.</summary>
    internal StartRefusedException Refusal(Exception cause) =>
        DiskFailure.IsFull(cause)
            ? Full("nothing is", cause)
            : new($"The data folder {Path} cannot be written to ({DiskFailure.Reason(cause)}). "
                + "Give the account that runs the host write access to it, or set Data:Folder to another folder.", cause);

    /// <summary>The sentence for a disk without room.</summary>
    internal StartRefusedException Full(string left, Exception? cause) => new(
        $"The disk that holds {Path} is full: {left} left, and at least {NeededBytes >> 20} MB are needed. "
        + "Make room, or set Data:Folder to a folder on another disk.", cause);
}
