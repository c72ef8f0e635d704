namespace Percurso.Tests.Rights;

/// <summary>What happens to one kind of person at one door.</summary>
enum Outcome
{
    /// <summary>They get what they came for, or are told what is wrong with what they sent.</summary>
    Yes,

    /// <summary>They are led to the first page.</summary>
    Home,

    /// <summary>They are led to the sign-in page.</summary>
    SignIn,

    /// <summary>403: they may not.</summary>
    No,

    /// <summary>404: for them it is not there.</summary>
    Hidden,

    /// <summary>Something else, which no row may expect.</summary>
    Odd,
}

/// <summary>A line of <c>rights.md</c>: a door, with whose or which object, and what each kind of person meets there.</summary>
sealed record Row(Door Door, string Object, IReadOnlyDictionary<string, Outcome> Expected)
{
    public override string ToString() => Object is "" or "—" ? $"{Door}" : $"{Door}, {Object}";

    /// <exception cref="FormatException">A cell says something no row may expect.</exception>
    public static IReadOnlyList<Row> ReadAll(string markdown)
    {
        var lines = markdown.Split('\n').Where(line => line.StartsWith('|')).Select(Cells).ToList();
        var people = lines[0][4..];
        return [.. lines.Skip(2).Select(cells => new Row(
            new(cells[0].Trim('`'), cells[1].Trim('`'), cells[2]),
            cells[3],
            people.Zip(cells[4..]).ToDictionary(pair => pair.First, pair => Meaning(pair.Second))))];
    }

    static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    static Outcome Meaning(string cell) => cell switch
    {
        "yes" => Outcome.Yes,
        "home" => Outcome.Home,
        "sign in" => Outcome.SignIn,
        "no" => Outcome.No,
        "hidden" => Outcome.Hidden,
        _ => throw new FormatException($"\"{cell}\" is no outcome: yes, home, sign in, no, hidden."),
    };
}
