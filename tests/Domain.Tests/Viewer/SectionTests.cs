using System.Globalization;
using System.Numerics;
using System.Text.Json;

using Percurso.Files.Checks.Meshes;
using Percurso.Files.Contracts;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Viewer;

/// <summary>The viewer's sections (<c>_contour.ts</c>), held against a count of this project's that goes another way: line by line, what lies between a surface's in and out.</summary>
public sealed class SectionTests
{
    static readonly (string File, Vector3 Normal, float At)[] oblique =
    [
        ("guia-v1.ply", Vector3.Normalize(new(0.3f, 0.5f, 0.81f)), 8),
        ("guia-v2.ply", Vector3.Normalize(new(-0.6f, 0.7f, -0.2f)), 24),
        ("implante-24.ply", Vector3.Normalize(new(0.2f, 0.1f, 0.97f)), 4),
        ("arcada-superior.ply", Vector3.UnitX, 12.3f),
    ];

    [Fact]
    public async Task An_oblique_section_has_the_area_a_separate_program_finds_and_an_open_jaw_no_cap()
    {
        string[] asked = [.. oblique.Select(cut => JsonSerializer.Serialize(new { file = PathTo(cut.File), normal = new[] { cut.Normal.X, cut.Normal.Y, cut.Normal.Z }, at = cut.At }))];
        var (exit, said) = await Tool.RunAsync(
            Repository.Root, "node", [Repository.At("tests", "Domain.Tests", "Viewer", "section.mjs"), Repository.At("src", "Modules", "Viewer", "Assets", "_contour.ts"), .. asked]);
        Assert.True(exit == 0, said);
        var found = JsonSerializer.Deserialize<Found>(said)!;

        foreach (var (cut, answer) in oblique.Zip(found.Cuts).Where(one => one.First.File != "arcada-superior.ply"))
        {
            var area = AreaOf(Read(cut.File), cut.Normal, cut.At);
            Assert.True(area > 5, $"{cut.File} is not cut.");
            Assert.True(Math.Abs(answer.Area / area - 1) < 0.01, string.Create(CultureInfo.InvariantCulture, $"{cut.File}: {answer.Area} mm² shown, {area} counted"));
            Assert.Equal((0, true), (answer.Open, answer.Closed > 0));
        }

        Assert.True(found.Cuts[^1].Open > 0);
        Assert.True(Read("arcada-superior.ply").OpenEdges > 0);
        Assert.All(oblique.SkipLast(1), cut => Assert.Equal(0, Read(cut.File).OpenEdges));
        Assert.Equal(1.0, found.Distance, 1e-6);
        Assert.Equal(90.0, found.Angle, 1e-6);
    }

    /// <summary>In mm²: two hundred lines to a millimetre would be too many, twenty are enough.</summary>
    static double AreaOf(MeshContent mesh, Vector3 normal, float at)
    {
        var right = Vector3.Normalize(Vector3.Cross(Math.Abs(normal.Z) < 0.9f ? Vector3.UnitZ : Vector3.UnitY, normal));
        var up = Vector3.Cross(normal, right);
        const double Step = 0.05;
        var lines = new Dictionary<int, List<double>>();
        for (var triangle = 0; triangle < mesh.Corners.Length; triangle += 3)
        {
            Vector3[] corners = [.. Enumerable.Range(triangle, 3).Select(corner => new Vector3(mesh.Places.AsSpan(3 * mesh.Corners[corner], 3)))];
            List<(double X, double Y)> ends = [];
            for (var side = 0; side < 3; side++)
            {
                var (a, b) = (corners[side], corners[(side + 1) % 3]);
                var (here, there) = (Vector3.Dot(a, normal) - at, Vector3.Dot(b, normal) - at);
                if (here > 0 == there > 0) continue;
                var p = a + here / (here - there) * (b - a);
                ends.Add((Vector3.Dot(p, right), Vector3.Dot(p, up)));
            }

            if (ends is not [var from, var to]) continue;
            if (from.Y > to.Y) (from, to) = (to, from);
            for (var line = (int)Math.Ceiling(from.Y / Step); line * Step < to.Y; line++)
            {
                if (!lines.TryGetValue(line, out var crossings)) lines[line] = crossings = [];
                crossings.Add(from.X + (line * Step - from.Y) / (to.Y - from.Y) * (to.X - from.X));
            }
        }

        return lines.Values.Sum(crossings => crossings.Order().Chunk(2).Where(pair => pair.Length == 2).Sum(pair => pair[1] - pair[0])) * Step;
    }

    static MeshContent Read(string file)
    {
        var bytes = File.ReadAllBytes(PathTo(file));
        return MeshReading.Read(new(file, bytes.Length, () => new MemoryStream(bytes)), CancellationToken.None)!;
    }

    static string PathTo(string file) => Repository.At("recipes", "plans", file);

    sealed record Found(IReadOnlyList<FoundCut> Cuts, double Distance, double Angle);

    sealed record FoundCut(double Area, int Closed, int Open);
}
