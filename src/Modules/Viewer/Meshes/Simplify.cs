using System.Numerics;

namespace Percurso.Viewer.Meshes;

/// <summary>
/// Leaves a mesh with fewer triangles by drawing vertices onto their neighbours, the cheapest first by <see cref="Quadric"/>; many a pass, none next to
/// another, as meshoptimizer does. Borders stay borders; no triangle is turned over. What it gives is for looking at, not for measuring.
/// </summary>
sealed class Simplify
{
    /// <summary>A border moves this many times less readily than a surface.</summary>
    const float Border = 10;

    readonly Vector3[] places;
    readonly Quadric[] quadrics;
    int[] corners;

    Simplify(IndexedMesh mesh)
    {
        places = new Vector3[mesh.VertexCount];
        for (var i = 0; i < places.Length; i++) places[i] = new(mesh.Places[3 * i], mesh.Places[3 * i + 1], mesh.Places[3 * i + 2]);
        var centre = places.Length == 0 ? default : places.Aggregate(Vector3.Zero, (sum, one) => sum + one) / places.Length;
        for (var i = 0; i < places.Length; i++) places[i] -= centre;
        corners = mesh.Corners;
        quadrics = new Quadric[places.Length];
    }

    /// <param name="mesh">Cleaned.</param>
    /// <param name="target">How many triangles are wanted; it may end with more where none can go.</param>
    /// <param name="cancel">Stops between passes.</param>
    public static IndexedMesh To(IndexedMesh mesh, int target, CancellationToken cancel)
    {
        if (mesh.TriangleCount <= target) return mesh;

        var work = new Simplify(mesh);
        work.AddPlanes();
        while (work.corners.Length / 3 > target)
        {
            cancel.ThrowIfCancellationRequested();
            var before = work.corners.Length;
            work.Pass(work.corners.Length / 3 - target);
            if (work.corners.Length > before * 0.995) break;
        }

        return new IndexedMesh(mesh.Places, work.corners).Cleaned();
    }

    void AddPlanes()
    {
        for (var at = 0; at < corners.Length; at += 3)
        {
            var turn = Vector3.Cross(Place(at + 1) - Place(at), Place(at + 2) - Place(at));
            var area = turn.Length();
            if (!(area > 0)) continue;
            var plane = Quadric.OfPlane(turn / area, Place(at), area);
            for (var side = 0; side < 3; side++) quadrics[corners[at + side]].Add(plane);
        }

        foreach (var (a, b, triangle) in new MeshEdges(corners, places.Length).Open)
        {
            var along = places[b] - places[a];
            var turn = Vector3.Cross(Place(3 * triangle + 1) - Place(3 * triangle), Place(3 * triangle + 2) - Place(3 * triangle));
            var across = Vector3.Cross(along, turn);
            if (!(across.Length() > 0)) continue;
            var wall = Quadric.OfPlane(Vector3.Normalize(across), places[a], Border * along.LengthSquared());
            quadrics[a].Add(wall);
            quadrics[b].Add(wall);
        }
    }

    void Pass(int tooMany)
    {
        var around = Neighbours.Of(corners, places.Length);
        var edges = new MeshEdges(corners, places.Length);
        var (costs, moves) = Moves(edges);
        Array.Sort(costs, moves);
        var limit = costs.Length == 0 ? 0 : 1.5f * costs[Math.Min(costs.Length - 1, tooMany / 2)];
        var (led, locked, gone) = (new int[places.Length], new bool[places.Length], 0);
        for (var i = 0; i < led.Length; i++) led[i] = i;
        for (var i = 0; i < moves.Length && gone < tooMany && costs[i] <= limit; i++)
        {
            var (from, to) = moves[i];
            if (locked[from] || locked[to] || TurnsOver(around, led, from, to)) continue;

            led[from] = to;
            quadrics[to].Add(quadrics[from]);
            (locked[from], locked[to]) = (true, true);
            gone += edges.IsBorder(from) ? 1 : 2;
        }

        var kept = new List<int>(corners.Length);
        for (var at = 0; at < corners.Length; at += 3)
        {
            var (a, b, c) = (led[corners[at]], led[corners[at + 1]], led[corners[at + 2]]);
            if (a != b && b != c && c != a) kept.AddRange([a, b, c]);
        }

        corners = [.. kept];
    }

    /// <summary>For each edge the cheaper way to draw one end onto the other, where one may.</summary>
    (float[] Costs, (int From, int To)[] Moves) Moves(MeshEdges edges)
    {
        var (costs, moves) = (new List<float>(corners.Length / 2), new List<(int, int)>(corners.Length / 2));
        for (var at = 0; at < corners.Length; at++)
        {
            var (a, b) = (corners[at], corners[at % 3 == 2 ? at - 2 : at + 1]);
            var isOpen = edges.IsOpen(a, b);
            if (a > b && !isOpen) continue;
            var (there, back) = (edges.MayLeave(a, isOpen), edges.MayLeave(b, isOpen));
            if (!there && !back) continue;

            var both = quadrics[a];
            both.Add(quadrics[b]);
            var (thereCost, backCost) = (there ? both.At(places[b]) : float.MaxValue, back ? both.At(places[a]) : float.MaxValue);
            costs.Add(Math.Min(thereCost, backCost));
            moves.Add(thereCost <= backCost ? (a, b) : (b, a));
        }

        return ([.. costs], [.. moves]);
    }

    /// <summary>Whether one of the triangles that stay would show its back, or a side of nothing, as they lie at this moment.</summary>
    bool TurnsOver(Neighbours around, int[] led, int from, int to)
    {
        foreach (var triangle in around.Of(from))
        {
            var (a, b, c) = (led[corners[3 * triangle]], led[corners[3 * triangle + 1]], led[corners[3 * triangle + 2]]);
            if (a == to || b == to || c == to || a == b || b == c || c == a) continue;
            var before = Vector3.Cross(places[b] - places[a], places[c] - places[a]);
            var (x, y, z) = (a == from ? to : a, b == from ? to : b, c == from ? to : c);
            var after = Vector3.Cross(places[y] - places[x], places[z] - places[x]);
            if (Vector3.Dot(before, after) <= 0.2f * before.Length() * after.Length()) return true;
        }

        return false;
    }

    Vector3 Place(int corner) => places[corners[corner]];
}
