namespace Percurso.Files.Checks;

/// <summary>What a slot asks for, and what a file was found to be.</summary>
[Flags]
enum FileSort
{
    None = 0,

    /// <summary>A DICOM series: files, a folder or a ZIP.</summary>
    Tomography = 1,

    /// <summary>A mesh of jaw and teeth: STL, PLY or OBJ, alone or in a scanner's ZIP.</summary>
    Scan = 2,

    /// <summary>JPEG or PNG.</summary>
    Photograph = 4,

    /// <summary>PDF.</summary>
    Document = 8,
}
