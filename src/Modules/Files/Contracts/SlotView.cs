using Percurso.Kernel.Localization;

namespace Percurso.Files.Contracts;

/// <summary>How much a slot matters to one subject.</summary>
public enum Need { Required, Optional }

/// <summary>A place for one thing the company needs, as modules above and pages see it.</summary>
/// <param name="Key">Stored, in addresses too.</param>
/// <param name="Title">What people read.</param>
/// <param name="Why">What it is needed for.</param>
/// <param name="Example">The key of a picture in the media library; null for none.</param>
/// <param name="Takes">What a file may be: <c>Tomography</c>, <c>Scan</c>, <c>Photograph</c>, <c>Document</c>.</param>
/// <param name="TakesMany">Each file counts beside the others; otherwise a later one takes the place of the earlier.</param>
/// <param name="TakesPhysical">A model of plaster or resin will do, sent by post.</param>
/// <param name="IsRetired">The company asks for it no longer; what lies in it stays.</param>
public sealed record SlotView(
    string Key, LocalText Title, LocalText Why, string? Example, IReadOnlyList<string> Takes, bool TakesMany, bool TakesPhysical, bool IsRetired);

/// <summary>The company's list of slots.</summary>
public interface ISlots
{
    /// <summary>In the company's order, those that were retired too: what lies in them is still there.</summary>
    Task<IReadOnlyList<SlotView>> AllAsync(CancellationToken cancel);

    /// <summary>Those a subject with these tags needs or may fill, in the company's order.</summary>
    Task<IReadOnlyList<(SlotView Slot, Need Need)>> ForAsync(IReadOnlySet<string> tags, CancellationToken cancel);
}
