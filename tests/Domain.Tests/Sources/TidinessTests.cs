using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

public sealed class TidinessTests
{
    [Fact]
    public void The_repository_is_tidy() => Guard.Demand(Tidiness.DefectsIn(Repository.Root));

    [Fact]
    public void A_file_of_more_than_300_lines_is_named() =>
        Seen("src/Long.cs", string.Concat(Enumerable.Repeat("\n", 301)), "src/Long.cs has 301 lines: more than 300 hold more than one idea.");

    [Theory]
    [InlineData("https://registry" + ".npmjs.org/bootstrap")]
    [InlineData("\"resolved\": " + "\"https://mirror.example/bootstrap.tgz\"")]
    [InlineData("registry" + "=https://mirror.example/")]
    [InlineData("<add key=\"mirror\"" + " value=\"https://mirror.example/v3/index.json\" />")]
    public void A_registry_is_named(string line) => Seen("a.txt", line, "a.txt:1 names a package registry's host.");

    [Theory]
    [InlineData("cd /home" + "/ana/percurso")]
    [InlineData("\"/Users" + "/ana/percurso\"")]
    public void A_path_of_one_machine_is_named(string line) => Seen("b.txt", "\n" + line, "b.txt:2 holds a path of one machine.");

    [Fact]
    public async Task What_the_build_makes_is_not_committed()
    {
        Assert.Contains("src/**/wwwroot/", await File.ReadAllLinesAsync(Repository.At(".gitignore")));
        if (!Path.Exists(Repository.At(".git"))) return;

        var (exit, said) = await Tool.RunAsync(Repository.Root, "git", "ls-files", "--", "*/wwwroot/*", "*/bin/*", "*/obj/*", "*/node_modules/*");

        Assert.True(exit == 0 && said.Length == 0, said);
    }

    static void Seen(string file, string text, string defect)
    {
        using var folder = new TemporaryFolder();
        folder.Write(file, text);

        Assert.Equal([defect], Tidiness.DefectsIn(folder.Path));
    }
}
