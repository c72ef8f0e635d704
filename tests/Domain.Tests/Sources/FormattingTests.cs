using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

public sealed class FormattingTests
{
    [Fact]
    public async Task Every_source_is_formatted()
    {
        var (exit, said) = await CheckAsync("src/", "tests/");

        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task A_crooked_line_is_seen_and_a_table_may_keep_its_columns()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Artifacts, "guards", "formatting")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Crooked.cs"), "class Crooked\n{\n      int  one;\n}\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Table.cs"), """
            class Table
            {
            #pragma warning disable format // Columns.
                static readonly object[] table =
                [
                    new[] { 1,     "um"   },
                    new[] { 1000,  "mil"  },
                ];
            #pragma warning restore format
            }

            """);

        var (exit, said) = await CheckAsync("artifacts/guards/formatting/");

        Assert.NotEqual(0, exit);
        Assert.Contains("Crooked.cs(3,", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Table.cs", said, StringComparison.Ordinal);
    }

    /// <param name="folders">Ending with a slash: without it the formatter finds nothing, and says that all is well.</param>
    static Task<(int ExitCode, string Said)> CheckAsync(params string[] folders) =>
        Tool.RunAsync(Repository.Root, "dotnet", ["format", "whitespace", ".", "--folder", "--verify-no-changes", "--include", .. folders]);
}
