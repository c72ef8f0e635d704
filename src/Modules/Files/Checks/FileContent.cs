namespace Percurso.Files.Checks;

/// <summary>What a file's own bytes say it is; its name is never asked, except where plain text or bare numbers leave a doubt.</summary>
enum FileContent
{
    Unknown,
    Empty,
    Program,

    /// <summary>Two sorts at once, so that two programs would open two different things.</summary>
    TwoFaced,
    Zip,

    /// <summary>RAR, 7z, gzip, tar: packed, but nothing we open.</summary>
    OtherArchive,
    Dicom,
    ThreeShape,
    Stl,
    Ply,
    Obj,
    Jpeg,
    Png,
    Heic,
    Pdf,
}
