using Percurso.Kernel.Settings;

namespace Percurso.Files.Contracts;

/// <summary>How much may be sent, in bytes.</summary>
/// <param name="File">One file.</param>
/// <param name="Owner">All that one clinic keeps here, with what it is sending.</param>
/// <param name="KeptFree">What must stay free in the store: nothing larger than the rest is begun.</param>
public sealed record FilesLimits(long File = 8L << 30, long Owner = 500L << 30, long KeptFree = 2L << 30) : ISettingsGroup
{
    public static string Key => "files.limits";
}
