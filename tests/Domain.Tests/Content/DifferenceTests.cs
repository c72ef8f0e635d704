using Percurso.Content.Editing;

namespace Percurso.Domain.Tests.Content;

public sealed class DifferenceTests
{
    [Fact]
    public void What_changed_stands_beside_what_it_was()
    {
        var rows = Difference.Of(["Título: A", "um", "dois", "três"], ["Título: B", "um", "três", "quatro"]);

        Assert.Equal([("Título: A", "Título: B"), ("um", "um"), ("dois", null), ("três", "três"), (null, "quatro")], rows.Select(row => (row.Left, row.Right)));
    }

    [Fact]
    public void Two_texts_that_are_the_same_differ_nowhere() => Assert.All(Difference.Of(["a", "b"], ["a", "b"]), row => Assert.True(row.IsSame));
}
