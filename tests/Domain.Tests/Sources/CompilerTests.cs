using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

/// <summary>What the build must refuse, tried on a project of a few lines that inherits the repository's settings.</summary>
public sealed class CompilerTests
{
    [Fact]
    public async Task A_banned_call_and_a_warning_stop_the_build()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "guards", "compiler")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Guarded.csproj"), """<Project Sdk="Microsoft.NET.Sdk" />""");
        await File.WriteAllTextAsync(Path.Combine(folder, "Guarded.cs"), """
            static class Guarded
            {
                public static System.DateTime Today() => System.DateTime.Now;

                public static System.Guid Key() => System.Guid.NewGuid();

                public static int Answer(System.Threading.Tasks.Task<int> asked) => asked.Result;

                public static void Forgotten() { int never; }
            }

            """);

        var (exit, said) = await Tool.RunAsync(folder, "dotnet", "build", "-nologo", "-v", "quiet");

        Assert.NotEqual(0, exit);
        Assert.Contains("Guarded.cs(3,46): error RS0030", said, StringComparison.Ordinal);
        Assert.Contains("Guarded.cs(5,40): error RS0030", said, StringComparison.Ordinal);
        Assert.Contains("Guarded.cs(7,73): error RS0030", said, StringComparison.Ordinal);
        Assert.Contains("Guarded.cs(9,42): error CS0168", said, StringComparison.Ordinal);
    }
}
