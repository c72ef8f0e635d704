using Percurso.Kernel.Events;

namespace Percurso.Files.Contracts;

/// <summary>A file has come whole. The checks have not looked at it yet.</summary>
[FactName("files.file-arrived")]
public sealed record FileArrived(Guid FileId, string Purpose, Guid SubjectId, string Slot) : IFact;

/// <summary>The checks have judged a file, or somebody took the risk they named.</summary>
[FactName("files.file-judged")]
public sealed record FileJudged(Guid FileId, string Purpose, Guid SubjectId, string Slot, FileState State) : IFact;

/// <summary>A file turned out to be somebody else's.</summary>
[FactName("files.file-quarantined")]
public sealed record FileQuarantined(Guid FileId, string Purpose, Guid SubjectId, string Slot) : IFact;

/// <summary>Whoever sent a file took it back.</summary>
[FactName("files.file-withdrawn")]
public sealed record FileWithdrawn(Guid FileId, string Purpose, Guid SubjectId, string Slot) : IFact;

/// <summary>The company asks for something else in a slot, or no longer for it.</summary>
[FactName("files.slot-changed")]
public sealed record SlotChanged(string Slot) : IFact;
