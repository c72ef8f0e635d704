using System.Reflection;

namespace Percurso.Testing;

/// <summary>The projects of the product: every one under <c>src</c>, and the assembly each became.</summary>
public static class Modules
{
    /// <summary>Name of the project and its folder.</summary>
    public static IReadOnlyList<(string Name, string Folder)> All { get; } =
        [.. Repository.SourcesUnder(Repository.At("src"), ".csproj")
            .Select(path => (Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(path)!))];

    /// <summary>The modules and the themes: all but the Kernel, which is there to be used, and the host.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. All.Where(project => project.Name is not ("Kernel" or "Web")).Select(project => Assembly.Load("Percurso." + project.Name))];
}
