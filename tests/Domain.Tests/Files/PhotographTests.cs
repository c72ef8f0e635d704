using System.Text;

using Percurso.Files.Checks;
using Percurso.Testing;
using Percurso.Testing.Samples;

namespace Percurso.Domain.Tests.Files;

public sealed class PhotographTests
{
    public static TheoryData<string, byte[]> Sent => new() { { "foto.jpg", Photograph() }, { "foto.png", SampleFiles.Png(2000, 1000) } };

    [Theory, MemberData(nameof(Sent))]
    public void What_is_kept_of_a_photograph_does_not_say_where_it_was_taken(string name, byte[] bytes)
    {
        Assert.Contains(SampleFiles.Place, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain(SampleFiles.Place, Encoding.Latin1.GetString(Kept(name, bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_is_judged_as_what_was_sent()
    {
        var bytes = File.ReadAllBytes(Repository.At("tests", "Samples", "images", "mouth-blurred.jpg"));
        var kept = Kept("foto.jpg", bytes);

        Assert.InRange(kept.Length, bytes.Length / 2, bytes.Length);
        Assert.Equal(Judge("foto.jpg", bytes).Findings, Judge("foto.jpg", kept).Findings);
        Assert.Equal(kept, Kept("foto.jpg", kept));
    }

    [Theory]
    [InlineData(1, 1280, 960)]
    [InlineData(6, 960, 1280)]
    public void A_photograph_taken_upright_stays_upright(int orientation, int width, int height)
    {
        var bytes = Photograph(orientation);

        Assert.Equal([width, height], Judge("foto.jpg", bytes).Facts.Single().Numbers);
        Assert.Equal([width, height], Judge("foto.jpg", Kept("foto.jpg", bytes)).Facts.Single().Numbers);
    }

    [Fact]
    public void What_follows_the_end_is_left_out() =>
        Assert.Equal(Kept("a.jpg", Photograph()), Kept("a.jpg", [.. Photograph(), .. "another file"u8]));

    /// <summary>A real picture with a camera's notes put before it.</summary>
    static byte[] Photograph(int orientation = 1)
    {
        var notes = SampleFiles.Jpeg(orientation: orientation);
        return [.. notes[..notes.AsSpan().IndexOf<byte>([0xFF, 0xC0])], .. File.ReadAllBytes(Repository.At("tests", "Samples", "images", "mouth-sharp.jpg"))[2..]];
    }

    static byte[] Kept(string name, byte[] bytes)
    {
        var rewrite = Judge(name, bytes).Kept!;
        using var kept = new MemoryStream();
        rewrite.Copy(new MemoryStream(bytes), kept);
        Assert.Equal(rewrite.Length, kept.Length);
        return kept.ToArray();
    }

    static Verdict Judge(string name, byte[] bytes) => FileChecks.Judge(new[] { Percurso.Testing.Samples.Sent.Bytes(name, bytes) }.To(FileSort.Photograph));
}
