using System.Numerics;

namespace Percurso.Files.Checks.Dicom;

/// <summary>How the slices of a series lie (PS3.3, C.7.6.2.1.1), in the patient's own axes: left, back, head; millimetres.</summary>
/// <param name="Order">The slices from the feet to the head, as far as the series runs that way.</param>
/// <param name="Spacing">Between neighbours: the middle one of all distances.</param>
/// <param name="Missing">Slices that would fill the gaps.</param>
/// <param name="Doubled">Slices that lie where another lies.</param>
/// <param name="Uneven">By how much a distance differs from the spacing, at most.</param>
/// <param name="Tilt">Between the way the slices go and the way they face, in degrees.</param>
/// <param name="Oblique">Between the way they face and the nearest of the patient's axes, in degrees.</param>
sealed record Geometry(IReadOnlyList<PlacedFrame> Order, double Spacing, int Missing, int Doubled, double Uneven, double Tilt, double Oblique)
{
    /// <summary>Two slices nearer than this are at one place.</summary>
    const double SamePlace = 0.01;

    public static Geometry Of(IReadOnlyList<PlacedFrame> frames)
    {
        var normal = frames[0].Normal;
        var axis = new[] { Math.Abs(normal.X), Math.Abs(normal.Y), Math.Abs(normal.Z) }.Max();
        if (normal is { Z: < 0 }) normal = -normal;

        PlacedFrame[] order = [.. frames.OrderBy(frame => Dot(frame, normal)).ThenBy(frame => frame.Image.File.Name, StringComparer.Ordinal)];
        double[] steps = [.. order.Zip(order.Skip(1), (one, next) => Dot(next, normal) - Dot(one, normal))];
        double[] distances = [.. steps.Where(step => step > SamePlace).Order()];
        var spacing = distances.Length > 0 ? distances[distances.Length / 2] : 0;
        var (missing, uneven) = (0.0, 0.0);
        foreach (var distance in distances)
        {
            var times = Math.Max(1, Math.Round(distance / spacing));
            var difference = Math.Abs(distance - times * spacing);
            // Only a gap of whole slices is one of missing slices.
            if (difference < spacing / 4) missing += times - 1;
            else difference = Math.Abs(distance - spacing);
            uneven = Math.Max(uneven, difference);
        }

        return new(order, spacing, (int)Math.Min(missing, int.MaxValue), steps.Length - distances.Length, uneven, TiltOf(order, normal), Degrees(axis));
    }

    static double TiltOf(PlacedFrame[] order, Vector3 normal)
    {
        var way = order[^1].Position - order[0].Position;
        return way.Length() > SamePlace ? Degrees(Math.Abs(Vector3.Dot(Vector3.Normalize(way), normal))) : 0;
    }

    static double Dot(PlacedFrame frame, Vector3 normal) => Vector3.Dot(frame.Position, normal);

    static double Degrees(float cosine) => Math.Acos(Math.Clamp(cosine, 0, 1)) * 180 / Math.PI;
}

/// <summary>A frame that says where it lies.</summary>
/// <param name="Position">Of its first pixel.</param>
/// <param name="Normal">The way it faces, of length one.</param>
sealed record PlacedFrame(DicomImage Image, Frame Frame, Vector3 Position, Vector3 Normal)
{
    /// <summary>Of all frames of a file; without those that do not say where they lie.</summary>
    public static IEnumerable<PlacedFrame> Of(DicomImage image)
    {
        if (NormalOf(image.Data.Decimals(Tag.Orientation)) is not { } normal) yield break;

        foreach (var frame in image.Frames)
        {
            var place = frame.Number < image.Data.FramePositions.Count ? image.Data.FramePositions[frame.Number] : image.Frames.Count == 1 ? image.Data.Decimals(Tag.Position) : [];
            if (place is [var x, var y, var z] && double.IsFinite(x) && double.IsFinite(y) && double.IsFinite(z)) yield return new(image, frame, new((float)x, (float)y, (float)z), normal);
        }
    }

    static Vector3? NormalOf(double[] orientation)
    {
        if (orientation.Length != 6 || !orientation.All(double.IsFinite)) return null;

        var (row, column) = (new Vector3((float)orientation[0], (float)orientation[1], (float)orientation[2]), new Vector3((float)orientation[3], (float)orientation[4], (float)orientation[5]));
        var normal = Vector3.Cross(row, column);
        return normal.Length() is > 0.5f and < 1.5f ? Vector3.Normalize(normal) : null;
    }
}
