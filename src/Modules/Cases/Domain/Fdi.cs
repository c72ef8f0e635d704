namespace Percurso.Cases.Domain;

/// <summary>
/// Teeth in the FDI notation (ISO 3950): quadrant, then place from the midline. Quadrants 1 to 4 are permanent, 5 to 8
/// deciduous; odd-numbered sides lie on the patient's right above, and so on round the mouth.
/// </summary>
static class Fdi
{
    /// <summary>As one looks at the patient: upper right to upper left.</summary>
    public static readonly IReadOnlyList<int> Upper = [.. Down(1, 8), .. Up(2, 8)];

    /// <summary>Lower right to lower left.</summary>
    public static readonly IReadOnlyList<int> Lower = [.. Down(4, 8), .. Up(3, 8)];

    public static readonly IReadOnlyList<int> UpperDeciduous = [.. Down(5, 5), .. Up(6, 5)];

    public static readonly IReadOnlyList<int> LowerDeciduous = [.. Down(8, 5), .. Up(7, 5)];

    public static bool IsTooth(int number) => number % 10 >= 1 && number / 10 is var quadrant && number % 10 <= (quadrant is >= 1 and <= 4 ? 8 : quadrant is >= 5 and <= 8 ? 5 : 0);

    /// <summary><c>incisor</c>, <c>canine</c>, <c>premolar</c> or <c>molar</c>; milk teeth have no premolars.</summary>
    public static string ShapeOf(int tooth) => (tooth % 10, tooth / 10 > 4) switch
    {
        ( <= 2, _) => "incisor",
        (3, _) => "canine",
        ( <= 5, false) => "premolar",
        _ => "molar",
    };

    static IEnumerable<int> Down(int quadrant, int teeth) => Enumerable.Range(1, teeth).Reverse().Select(place => quadrant * 10 + place);

    static IEnumerable<int> Up(int quadrant, int teeth) => Enumerable.Range(1, teeth).Select(place => quadrant * 10 + place);
}
