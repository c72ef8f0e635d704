using Percurso.Testing;

namespace Percurso.Tests.Rights;

/// <summary>Walks every door of the application as every kind of person, and holds what happens to <c>rights.md</c>.</summary>
public sealed class RightsTests(UnlockableSite site) : IClassFixture<UnlockableSite>
{
    static readonly IReadOnlyList<Row> table = Row.ReadAll(File.ReadAllText(Repository.At("tests", "Site.Tests", "Rights", "rights.md")));

    static Person? PersonOf(string kind) => kind == "visitor" ? null : Person.All.Single(person => person.Role == kind);

    [Fact]
    public async Task Every_door_has_a_row_and_every_row_a_door()
    {
        var defects = Defects(await Door.AllAsync(site.Services), table);

        Assert.True(defects.Count == 0, string.Join(Environment.NewLine, defects));
    }

    [Fact]
    public void A_door_without_a_row_and_a_row_without_a_door_are_named() =>
        Assert.Equal(
            ["POST /novo (Save) has no row in rights.md.", "GET /velho has a row in rights.md and is not there."],
            Defects(
                new HashSet<Door> { new("/novo", "", "GET"), new("/novo", "Save", "POST") },
                Row.ReadAll("| Route | Handler | Verb | Object | visitor |\n|-|-|-|-|-|\n| `/novo` |  | GET | — | yes |\n| `/velho` | | GET | — | no |")));

    [Fact]
    public async Task Each_person_meets_what_the_table_says_and_a_refusal_changes_nothing()
    {
        var walk = await site.WalkAsync();
        var wrong = new List<string>();

        // Refusals first: what is allowed changes rows, some of them a little later.
        foreach (var door in Cells().Where(cell => cell.Expected != Outcome.Yes).GroupBy(cell => cell.Row))
        {
            var before = await site.RowsAsync();
            foreach (var (row, kind, expected) in door) await MeetAsync(row, kind, expected);
            if ((await site.RowsAsync()).ChangedSince(before) is [_, ..] changed)
                wrong.Add($"{door.Key}: refused to the {string.Join(", the ", door.Select(cell => cell.Kind))}, it changed {string.Join(", ", changed)}.");
        }

        foreach (var (row, kind, expected) in Cells().Where(cell => cell.Expected == Outcome.Yes)) await MeetAsync(row, kind, expected);

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));

        async Task MeetAsync(Row row, string kind, Outcome expected)
        {
            var met = await walk.MeetAsync(row, PersonOf(kind));
            if (met != expected) wrong.Add($"{row}: the {kind} should meet {expected} and met {met}.");
        }
    }

    [Fact]
    public async Task Whichever_policy_is_removed_the_table_notices()
    {
        var walk = await site.WalkAsync();
        var unnoticed = new List<Door>();
        foreach (var door in Cells().Where(cell => cell.Expected is Outcome.SignIn or Outcome.No).GroupBy(cell => cell.Row.Door))
        {
            var noticed = false;
            foreach (var (row, kind, expected) in door)
                noticed = noticed || await walk.MeetAsync(row, PersonOf(kind), withoutPolicy: true) != expected;
            if (!noticed) unnoticed.Add(door.Key);
        }

        Assert.Empty(unnoticed);
    }

    static IEnumerable<(Row Row, string Kind, Outcome Expected)> Cells() =>
        table.SelectMany(row => row.Expected.Select(cell => (row, cell.Key, cell.Value)));

    static List<string> Defects(IReadOnlySet<Door> doors, IReadOnlyList<Row> rows)
    {
        var spoken = rows.Select(row => row.Door).ToHashSet();
        return
        [
            .. doors.Except(spoken).Select(door => $"{door} has no row in rights.md.").Order(StringComparer.Ordinal),
            .. spoken.Except(doors).Select(door => $"{door} has a row in rights.md and is not there.").Order(StringComparer.Ordinal),
        ];
    }
}
