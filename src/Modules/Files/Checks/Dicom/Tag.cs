namespace Percurso.Files.Checks.Dicom;

/// <summary>The data elements that are looked at (PS3.6, chapter 6), group and element in one number.</summary>
static class Tag
{
    public const uint
        TransferSyntax = 0x0002_0010,
        CharacterSet = 0x0008_0005,
        SopClass = 0x0008_0016,
        Modality = 0x0008_0060,
        PatientName = 0x0010_0010,
        PatientId = 0x0010_0020,
        BirthDate = 0x0010_0030,
        SliceThickness = 0x0018_0050,
        SpacingBetweenSlices = 0x0018_0088,
        GantryTilt = 0x0018_1120,
        SeriesUid = 0x0020_000E,
        Position = 0x0020_0032,
        Orientation = 0x0020_0037,
        SamplesPerPixel = 0x0028_0002,
        Photometric = 0x0028_0004,
        NumberOfFrames = 0x0028_0008,
        Rows = 0x0028_0010,
        Columns = 0x0028_0011,
        PixelSpacing = 0x0028_0030,
        BitsAllocated = 0x0028_0100,
        BitsStored = 0x0028_0101,
        PixelRepresentation = 0x0028_0103,
        LossyCompression = 0x0028_2110,
        LossyRatio = 0x0028_2112,
        PixelData = 0x7FE0_0010,
        SharedGroups = 0x5200_9229,
        PerFrameGroups = 0x5200_9230,
        Item = 0xFFFE_E000,
        ItemEnd = 0xFFFE_E00D,
        SequenceEnd = 0xFFFE_E0DD;

    static readonly HashSet<uint> wanted =
    [
        TransferSyntax, CharacterSet, SopClass, Modality, PatientName, PatientId, BirthDate, SliceThickness, SpacingBetweenSlices, GantryTilt, SeriesUid, Position, Orientation,
        SamplesPerPixel, Photometric, NumberOfFrames, Rows, Columns, PixelSpacing, BitsAllocated, BitsStored, PixelRepresentation, LossyCompression, LossyRatio,
    ];

    public static bool IsWanted(uint tag) => wanted.Contains(tag);
}
