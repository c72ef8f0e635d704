namespace Percurso.Files.Checks.Dicom;

/// <summary>A file of DICOM as far as it was read, without its pixels.</summary>
/// <param name="File">Where to read it again.</param>
/// <param name="Data">Its values.</param>
/// <param name="Frames">Of each frame, in the file's order; empty where it is no image.</param>
/// <param name="IsEncapsulated">The pixels are compressed within.</param>
sealed record DicomImage(SentFile File, DataSet Data, IReadOnlyList<Frame> Frames, bool IsEncapsulated)
{
    public int Rows { get; } = Data.Number16(Tag.Rows) ?? 0;

    public int Columns { get; } = Data.Number16(Tag.Columns) ?? 0;

    public string Series { get; } = Data.Text(Tag.SeriesUid);

    public string Modality { get; } = Data.Text(Tag.Modality);
}

/// <summary>One picture of a file: where it lies, and one row and one column of it for the previews.</summary>
/// <param name="Number">Within its file, from 0.</param>
/// <param name="Row">Samples across its middle; null where the pixels cannot be read.</param>
/// <param name="Column">Samples down its middle.</param>
sealed record Frame(int Number, short[]? Row, short[]? Column);
