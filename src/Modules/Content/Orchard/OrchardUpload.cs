namespace Percurso.Content.Orchard;

/// <summary>A recipe somebody sent, with what its rehearsal or its import reported.</summary>
sealed class OrchardUpload
{
    public const int NameLength = 200;

    /// <summary>In bytes.</summary>
    public const int Largest = 20 << 20;

    OrchardUpload() { }

    public OrchardUpload(string fileName, byte[] bytes, IReadOnlyList<Finding> report, DateTime now) =>
        (FileName, Bytes, Report, At) = (fileName, bytes, report, now);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public string FileName { get; private set; } = "";

    /// <summary>Empty once it was imported.</summary>
    public byte[] Bytes { get; private set; } = [];
    public IReadOnlyList<Finding> Report { get; private set; } = [];
    public DateTime At { get; private set; }
    public DateTime? ImportedAt { get; private set; }

    public void Imported(IReadOnlyList<Finding> report, DateTime now) => (Report, Bytes, ImportedAt) = (report, [], now);
}
