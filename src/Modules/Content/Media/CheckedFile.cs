using System.Security.Cryptography;

using Percurso.Kernel;
using Percurso.Kernel.Print.Pdf;

namespace Percurso.Content.Media;

/// <summary>A file whose content was found to be what it says, without what the camera wrote into it.</summary>
/// <param name="Bytes">As they are kept and served.</param>
/// <param name="MediaType">By its first bytes, never by its name.</param>
/// <param name="Width">Of a picture as it is shown, in pixels.</param>
/// <param name="Height">The same.</param>
/// <param name="Pages">Of a document.</param>
sealed record CheckedFile(byte[] Bytes, string MediaType, int? Width = null, int? Height = null, int? Pages = null)
{
    /// <summary>SHA-256 in small hexadecimal digits.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public const int NameLength = 200;

    /// <summary>Limits in bytes. They are what PostgreSQL, a backup and a phone on the road take well.</summary>
    public const int LargestPicture = 12 << 20, LargestDocument = 25 << 20;

    /// <summary>Pixels: one side, and all of them. A small file can unfold to more than a browser's memory.</summary>
    const int LongestSide = 12_000, MostPixels = 50_000_000;

    /// <summary>Looks at a whole file. Sizes are checked first: see <see cref="DemandSize"/>.</summary>
    /// <exception cref="RuleBrokenException">It cannot be taken; one sentence says why and what to do.</exception>
    public static CheckedFile Of(string name, byte[] bytes)
    {
        DemandName(name);
        var format = FileFormat.Of(bytes);
        DemandSize(name, bytes.Length, format == FileFormat.Pdf);
        if (format.Refusal is { } refusal) throw new RuleBrokenException(refusal, name);
        if (!format.Extensions.Contains(Path.GetExtension(name).ToLowerInvariant()))
            throw new RuleBrokenException("“{0}” é por dentro um arquivo {1}. Salve-o de novo no tipo certo, ou corrija o fim do nome.", name, format.Name);

        if (format == FileFormat.Pdf) return new(bytes, format.MediaType, Pages: PagesOf(name, bytes));

        var picture = format.Read!(bytes) ?? throw new RuleBrokenException("“{0}” chegou pela metade ou está danificado. Envie o arquivo de novo.", name);
        if (picture.Width > LongestSide || picture.Height > LongestSide || (long)picture.Width * picture.Height > MostPixels)
            throw new RuleBrokenException("“{0}” tem {1} × {2} pontos; o limite é 12.000 de lado e 50 milhões ao todo. Diminua a imagem e envie de novo.", name, picture.Width, picture.Height);
        return new(picture.Bytes, format.MediaType, picture.Width, picture.Height);
    }

    static int PagesOf(string name, byte[] pdf)
    {
        var pages = PdfPages.Count(pdf, out var trouble);
        return trouble switch
        {
            PdfTrouble.Cut => throw new RuleBrokenException("“{0}” chegou pela metade ou está danificado. Envie o arquivo de novo.", name),
            PdfTrouble.Locked => throw new RuleBrokenException("“{0}” está protegido por senha. Tire a senha e envie de novo.", name),
            PdfTrouble.NoPages => throw new RuleBrokenException("“{0}” não pôde ser aberto como PDF. Salve-o de novo, por exemplo com “Imprimir em PDF”, e envie outra vez.", name),
            _ => pages,
        };
    }

    public static void DemandName(string name)
    {
        if (name.Length > NameLength) throw new RuleBrokenException("O nome do arquivo tem {0} letras; o limite é 200. Dê a ele um nome mais curto e envie de novo.", name.Length);
    }

    /// <summary>Before a byte is read.</summary>
    public static void DemandSize(string name, long size, bool isDocument)
    {
        if (size == 0) throw new RuleBrokenException("“{0}” está vazio. Escolha outro arquivo.", name);
        if (size > (isDocument ? LargestDocument : LargestPicture))
            throw isDocument
                ? new RuleBrokenException("“{0}” tem {1} MB; um PDF pode ter até 25 MB. Diminua-o e envie de novo.", name, Megabytes(size))
                : new RuleBrokenException("“{0}” tem {1} MB; uma imagem pode ter até 12 MB. Diminua-a e envie de novo.", name, Megabytes(size));
    }

    static long Megabytes(long size) => (size + (1 << 20) - 1) >> 20;
}
