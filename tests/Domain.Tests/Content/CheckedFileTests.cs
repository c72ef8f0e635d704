using System.Text;

using Percurso.Content.Media;
using Percurso.Kernel;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Content;

public sealed class CheckedFileTests
{
    public static TheoryData<string, byte[], string> Good => new()
    {
        { "foto.jpg", SampleFiles.Jpeg(), "image/jpeg" },
        { "foto.png", SampleFiles.Png(), "image/png" },
        { "foto.webp", SampleFiles.WebP(), "image/webp" },
    };

    [Theory, MemberData(nameof(Good))]
    public void A_pictures_type_and_size_are_read_and_what_the_camera_wrote_is_left_out(string name, byte[] bytes, string type)
    {
        var file = CheckedFile.Of(name, bytes);

        Assert.Equal((type, 640, 480), (file.MediaType, file.Width, file.Height));
        Assert.DoesNotContain(SampleFiles.Place, Encoding.Latin1.GetString(file.Bytes), StringComparison.Ordinal);
        Assert.Equal(file.Hash, CheckedFile.Of(name, file.Bytes).Hash);
    }

    [Theory]
    [InlineData(1, 640, 480)]
    [InlineData(3, 640, 480)]
    [InlineData(6, 480, 640)]
    [InlineData(8, 480, 640)]
    public void A_photograph_taken_upright_stays_upright(int orientation, int width, int height)
    {
        var file = CheckedFile.Of("foto.jpg", SampleFiles.Jpeg(orientation: orientation));

        Assert.Equal((width, height), (file.Width, file.Height));
        Assert.Equal((width, height), CheckedFile.Of("foto.jpg", file.Bytes) is var again ? (again.Width, again.Height) : default);
    }

    [Fact]
    public void What_follows_the_end_of_a_photograph_is_left_out() =>
        Assert.Equal(CheckedFile.Of("a.jpg", SampleFiles.Jpeg()).Hash, CheckedFile.Of("a.jpg", [.. SampleFiles.Jpeg(), .. "another file"u8]).Hash);

    [Fact]
    public void Pages_of_a_document_are_counted() => Assert.Equal(7, CheckedFile.Of("guia.pdf", SampleFiles.Pdf(7)).Pages);

    [Fact]
    public void Pages_are_counted_in_a_compressed_object_stream_too() =>
        Assert.Equal(3, CheckedFile.Of("guia.pdf", SampleFiles.CompressedPdf(3)).Pages);

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "foto.jpg", SampleFiles.Pdf(), "“foto.jpg” é por dentro um arquivo PDF. Salve-o de novo no tipo certo, ou corrija o fim do nome." },
        { "guia.pdf", SampleFiles.Jpeg(), "“guia.pdf” é por dentro um arquivo JPEG. Salve-o de novo no tipo certo, ou corrija o fim do nome." },
        { "logo.svg", SampleFiles.Svg, "“logo.svg” é um desenho SVG, que pode trazer programas escondidos. Exporte-o como PNG ou WebP e envie de novo." },
        { "logo.png", SampleFiles.Svg, "“logo.png” é um desenho SVG, que pode trazer programas escondidos. Exporte-o como PNG ou WebP e envie de novo." },
        { "foto.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[12]], "“foto.heic” está no formato HEIC do iPhone, que muitos navegadores não mostram. Exporte a foto como JPEG e envie de novo." },
        { "jogo.exe", [.. "MZ"u8, .. new byte[60]], "“jogo.exe” não é JPEG, PNG, WebP, AVIF nem PDF. Salve-o em um desses tipos e envie de novo." },
        { "foto.jpg", SampleFiles.Jpeg()[..^4], "“foto.jpg” chegou pela metade ou está danificado. Envie o arquivo de novo." },
        { "foto.png", SampleFiles.Png()[..^8], "“foto.png” chegou pela metade ou está danificado. Envie o arquivo de novo." },
        { "foto.webp", SampleFiles.WebP()[..^3], "“foto.webp” chegou pela metade ou está danificado. Envie o arquivo de novo." },
        { "guia.pdf", SampleFiles.Pdf()[..^10], "“guia.pdf” chegou pela metade ou está danificado. Envie o arquivo de novo." },
        { "guia.pdf", [.. "%PDF-1.4 nothing %%EOF"u8], "“guia.pdf” não pôde ser aberto como PDF. Salve-o de novo, por exemplo com “Imprimir em PDF”, e envie outra vez." },
        { "guia.pdf", [.. "%PDF-1.4 trailer << /Encrypt 5 0 R >> %%EOF"u8], "“guia.pdf” está protegido por senha. Tire a senha e envie de novo." },
        { "bomba.png", SampleFiles.Png(60_000, 60_000), "“bomba.png” tem 60000 × 60000 pontos; o limite é 12.000 de lado e 50 milhões ao todo. Diminua a imagem e envie de novo." },
        { "foto.jpg", [], "“foto.jpg” está vazio. Escolha outro arquivo." },
        { new string('a', 296) + ".jpg", SampleFiles.Jpeg(), "O nome do arquivo tem 300 letras; o limite é 200. Dê a ele um nome mais curto e envie de novo." },
    };

    [Theory, MemberData(nameof(Bad))]
    public void What_cannot_be_taken_is_refused_in_one_sentence(string name, byte[] bytes, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => CheckedFile.Of(name, bytes)).Message);

    [Fact]
    public void A_picture_of_200_megabytes_is_refused_before_it_is_read() => Assert.Equal(
        "“foto.jpg” tem 200 MB; uma imagem pode ter até 12 MB. Diminua-a e envie de novo.",
        Assert.Throws<RuleBrokenException>(() => CheckedFile.DemandSize("foto.jpg", 200L << 20, isDocument: false)).Message);

    [Fact]
    public void No_file_however_broken_is_a_fault_of_the_site()
    {
        var random = new Random(20261121);
        (string Name, byte[] Bytes)[] samples =
            [("a.jpg", SampleFiles.Jpeg()), ("a.png", SampleFiles.Png()), ("a.webp", SampleFiles.WebP()), ("a.pdf", SampleFiles.Pdf())];
        for (var i = 0; i < 4000; i++)
        {
            var (name, bytes) = (samples[i % 4].Name, (byte[])samples[i % 4].Bytes.Clone());
            for (var changes = random.Next(1, 6); changes > 0; changes--) bytes[random.Next(8, bytes.Length)] = (byte)random.Next(256);
            if (random.Next(3) == 0) bytes = bytes[..random.Next(1, bytes.Length)];
            try
            {
                CheckedFile.Of(name, bytes);
            }
            catch (RuleBrokenException)
            {
                // Which is the only way it may say no.
            }
        }
    }
}
