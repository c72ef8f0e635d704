namespace Percurso.Kernel.Print.Pdf;

/// <summary>
/// A tagged PDF: pages, the fonts they use, and the order in which their elements are read (ISO 32000-1, 14.7). Written by hand:
/// docs/decisions says why.
/// </summary>
sealed class PdfDocument(string title, string author, string language)
{
    readonly PdfFile file = new();
    readonly List<PdfCanvas> pages = [];
    readonly List<(string Type, PdfCanvas Page, int Mark)> elements = [];
    readonly Dictionary<string, PdfFont> fonts = [];

    public IReadOnlyList<PdfCanvas> Pages => pages;

    /// <summary>A4.</summary>
    public PdfCanvas AddPage() => AddPage(595.28, 841.89);

    /// <param name="width">In points, like the height.</param>
    /// <param name="height">From top to bottom.</param>
    public PdfCanvas AddPage(double width, double height)
    {
        pages.Add(new(this, width, height));
        return pages[^1];
    }

    internal PdfFont FontOf(string face) => fonts.TryGetValue(face, out var font) ? font : fonts[face] = new(face);

    /// <summary>The element's place among all.</summary>
    internal int AddElement(string type, PdfCanvas page, int mark)
    {
        elements.Add((type, page, mark));
        return elements.Count - 1;
    }

    public byte[] ToBytes()
    {
        var tree = file.Reserve();
        var numbers = pages.ToDictionary(page => page, _ => file.Reserve());
        var faces = string.Join(' ', fonts.Select(font => $"/{font.Key} {font.Value.Write(file)} 0 R"));
        var resources = file.Add($"<< /Font << {faces} >> >>");
        foreach (var (index, page) in pages.Index())
            file.Set(numbers[page],
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfFile.Number(page.Width)} {PdfFile.Number(page.Height)}] /Resources {resources} 0 R /Contents {file.AddStream(page.Content)} 0 R /StructParents {index} /Tabs /S >>");
        file.Set(tree, $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select(page => $"{numbers[page]} 0 R"))}] /Count {pages.Count} >>");

        var catalog = file.Add(
            $"<< /Type /Catalog /Pages {tree} 0 R /Lang {PdfFile.Text(language)} /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> /StructTreeRoot {WriteStructure(numbers)} 0 R >>");
        return file.ToBytes(catalog, file.Add($"<< /Title {PdfFile.Text(title)} /Author {PdfFile.Text(author)} /Producer (Percurso) >>"));
    }

    int WriteStructure(Dictionary<PdfCanvas, int> numbers)
    {
        var (root, whole) = (file.Reserve(), file.Reserve());
        var written = elements.Select(element => file.Add(
            $"<< /Type /StructElem /S /{element.Type} /P {whole} 0 R /Pg {numbers[element.Page]} 0 R /K {element.Mark} >>")).ToList();
        var byPage = string.Join(' ', pages.Select((page, index) => $"{index} [{Refs(page.Elements.Select(element => written[element]))}]"));
        file.Set(whole, $"<< /Type /StructElem /S /Document /P {root} 0 R /K [{Refs(written)}] >>");
        file.Set(root, $"<< /Type /StructTreeRoot /K {whole} 0 R /ParentTree << /Nums [{byPage}] >> /ParentTreeNextKey {pages.Count} >>");
        return root;
    }

    static string Refs(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(number => $"{number} 0 R"));
}
