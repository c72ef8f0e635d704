using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using Percurso.Files.Checks.Meshes;
using Percurso.Files.Contracts;
using Percurso.Testing;
using Percurso.Testing.Samples;
using Percurso.Viewer.Meshes;

namespace Percurso.Domain.Tests.Viewer;

/// <summary>What is shown is what was sent: what goes out is opened by the format's own decoder (<c>decode.mjs</c>) and compared triangle by triangle.</summary>
public sealed class PreparedMeshTests
{
    [Theory]
    [InlineData("arcada-superior.ply", 16)]
    [InlineData("guia-v1.ply", 16)]
    public Task A_planned_part_is_shown_whole_within_two_micrometres_and_sixteen_times_smaller(string file, double times) =>
        IsShownAsync(Read(File.ReadAllBytes(Repository.At("recipes", "plans", file))), times);

    [Fact]
    public async Task A_scan_begins_with_thirty_thousand_triangles_that_lie_on_it()
    {
        var content = Read(new ScanMesh(80_000).Stl());
        var prepared = await IsShownAsync(content, 16);

        var coarse = Simplify.To(new IndexedMesh(content.Places, content.Corners).Cleaned(), Prepared.CoarseTriangles, TestContext.Current.CancellationToken);

        Assert.InRange(coarse.TriangleCount, Prepared.CoarseTriangles / 2, Prepared.CoarseTriangles);
        Assert.True(prepared.Coarse.Length < 160_000, $"{prepared.Coarse.Length} bytes come first.");
        var away = Distance.Of(content.Places, coarse);
        Assert.True(away[(int)(0.95 * away.Count)] < 0.05, $"95 % of the scan lie within {away[(int)(0.95 * away.Count)]} mm of what is shown first.");
        Assert.True(away[^1] < 0.5, $"{away[^1]} mm at the worst");
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes()
    {
        var content = Read(File.ReadAllBytes(Repository.At("recipes", "plans", "implante-24.ply")));
        Assert.Equal(Prepared.HashOf(Prepared.Of(content, default).Full), Prepared.HashOf(Prepared.Of(content, default).Full));
    }

    [Fact]
    public void One_triangle_and_flat_ones_are_shown_too()
    {
        var prepared = Prepared.Of(new([0, 0, 0, 1, 0, 0, 0, 1, 0], [0, 1, 2, 0, 0, 1], 3), default);
        Assert.Equal((1, 3), (prepared.Triangles, prepared.OpenEdges));
    }

    static MeshContent Read(byte[] bytes) => MeshReading.Read(new("x", bytes.Length, () => new MemoryStream(bytes)), CancellationToken.None)!;

    static async Task<Prepared> IsShownAsync(MeshContent content, double times)
    {
        var prepared = Prepared.Of(content, TestContext.Current.CancellationToken);
        var shown = await DecodeAsync(Prepared.Unpacked(prepared.Full));

        Assert.Equal(prepared.Triangles, shown.Triangles);
        Assert.Equal(HashOf(content, shown), shown.Hash);
        Assert.True(shown.Farthest(content.Places) <= prepared.Error * 1.000001, $"A vertex lies {shown.Farthest(content.Places)} mm away; {prepared.Error} were promised.");
        Assert.True(prepared.Error < 0.002, $"{prepared.Error} mm");
        Assert.True(84.0 + 50.0 * prepared.Triangles >= times * prepared.Full.Length, $"{(84.0 + 50.0 * prepared.Triangles) / prepared.Full.Length:0.0} times smaller than its STL");
        return prepared;
    }

    static async Task<Shown> DecodeAsync(byte[] glb)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "mesh.glb");
        await File.WriteAllBytesAsync(path, glb);
        var (exit, said) = await Tool.RunAsync(Repository.Root, "node", Repository.At("tests", "Domain.Tests", "Viewer", "decode.mjs"), path);
        Assert.True(exit == 0, said);
        return JsonSerializer.Deserialize<Shown>(said)!;
    }

    /// <summary>Over the file's triangles, on the grid that was shown.</summary>
    static string HashOf(MeshContent content, Shown shown)
    {
        var triangles = new List<string>();
        for (var at = 0; at < content.Corners.Length; at += 3)
        {
            if (content.Corners[at] == content.Corners[at + 1] || content.Corners[at + 1] == content.Corners[at + 2] || content.Corners[at] == content.Corners[at + 2]) continue;
            string[] names = [.. Enumerable.Range(at, 3).Select(corner => shown.Name(content.Places, content.Corners[corner]))];
            var first = Array.IndexOf(names, names.Min(StringComparer.Ordinal));
            triangles.Add(names[first] + names[(first + 1) % 3] + names[(first + 2) % 3]);
        }

        triangles.Sort(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', triangles))));
    }

    sealed record Shown(int Triangles, string Hash, double[] Origin, double Step)
    {
        public string Name(float[] places, int vertex) => string.Concat(Enumerable.Range(0, 3).Select(axis => $"{Number(places, vertex, axis):00000}"));

        /// <summary>In millimetres, over all vertices.</summary>
        public double Farthest(float[] places) => Enumerable.Range(0, places.Length / 3).Max(vertex => Math.Sqrt(Enumerable.Range(0, 3).Sum(axis =>
            Math.Pow(Origin[axis] + Step * Number(places, vertex, axis) - places[3 * vertex + axis], 2))));

        int Number(float[] places, int vertex, int axis) => (int)Math.Round((places[3 * vertex + axis] - Origin[axis]) / Step);
    }
}
