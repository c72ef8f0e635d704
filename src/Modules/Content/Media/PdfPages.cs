using PdfSharp.Pdf.IO;

using Percurso.Kernel;

namespace Percurso.Content.Media;

/// <summary>Opens a PDF to see that it is one, and how many pages it has.</summary>
static class PdfPages
{
    /// <exception cref="RuleBrokenException">It cannot be opened, wants a password, or is empty.</exception>
    public static int Count(string name, byte[] bytes)
    {
        if (bytes.AsSpan(Math.Max(0, bytes.Length - 2048)).IndexOf("%%EOF"u8) < 0)
            throw new RuleBrokenException("“{0}” chegou pela metade ou está danificado. Envie o arquivo de novo.", name);

        var pages = Open(name, bytes);
        return pages > 0 ? pages : throw new RuleBrokenException("“{0}” é um PDF sem nenhuma página. Confira-o e envie de novo.", name);
    }

    static int Open(string name, byte[] bytes)
    {
        try
        {
            using var document = PdfReader.Open(new MemoryStream(bytes, writable: false), PdfDocumentOpenMode.Import);
            return document.PageCount;
        }
        // The reader's own words for a broken file are of many types; none of them is a fault of the site.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            throw broken.Message.Contains("password", StringComparison.OrdinalIgnoreCase)
                ? new RuleBrokenException("“{0}” está protegido por senha. Tire a senha e envie de novo.", name)
                : new RuleBrokenException("“{0}” não pôde ser aberto como PDF. Salve-o de novo, por exemplo com “Imprimir em PDF”, e envie outra vez.", name);
        }
    }
}
