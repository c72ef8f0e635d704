using Percurso.Content.Menus;
using Percurso.Kernel;
using Percurso.Kernel.Navigation;

namespace Percurso.Domain.Tests.Content;

public sealed class SiteMenuTests
{
    readonly SiteMenu menu = new(MenuPlace.Main, "pt-BR");
    readonly Dictionary<string, Guid> ids = [];

    public SiteMenuTests()
    {
        foreach (var name in new[] { "a", "b", "c" }) menu.Add(MenuEntry.Of(ids[name] = Guid.CreateVersion7(), name, null, "/" + name, []));
    }

    /// <summary>The tree in one line: <c>a b(c)</c>.</summary>
    string Tree => string.Join(' ', menu.Entries.Select(entry => entry.Within.Count == 0 ? entry.Text : $"{entry.Text}({string.Join(' ', entry.Within.Select(one => one.Text))})"));

    [Fact]
    public void Entries_move_up_and_down_and_stay_at_the_ends()
    {
        menu.Move(ids["b"], MenuMove.Up);
        menu.Move(ids["b"], MenuMove.Up);
        Assert.Equal("b a c", Tree);

        menu.Move(ids["b"], MenuMove.Down);
        menu.Move(ids["c"], MenuMove.Down);
        Assert.Equal("a b c", Tree);
    }

    [Fact]
    public void An_entry_goes_under_the_one_before_and_comes_out_behind_it()
    {
        menu.Move(ids["b"], MenuMove.In);
        Assert.Equal("a(b) c", Tree);
        menu.Move(ids["c"], MenuMove.In);
        menu.Move(ids["c"], MenuMove.Up);
        Assert.Equal("a(c b)", Tree);

        menu.Move(ids["c"], MenuMove.Out);
        Assert.Equal("a(b) c", Tree);
    }

    [Fact]
    public void An_entry_that_holds_others_goes_under_none()
    {
        menu.Move(ids["c"], MenuMove.In);
        menu.Move(ids["b"], MenuMove.In);
        menu.PutAt(ids["b"], ids["a"], null);

        Assert.Equal("a b(c)", Tree);
    }

    [Fact]
    public void An_entry_stands_where_it_was_dropped()
    {
        menu.PutAt(ids["c"], null, ids["a"]);
        Assert.Equal("c a b", Tree);

        menu.PutAt(ids["c"], ids["b"], null);
        menu.PutAt(ids["a"], ids["b"], ids["c"]);
        Assert.Equal("b(a c)", Tree);
    }

    [Fact]
    public void Removing_an_entry_removes_what_is_under_it()
    {
        menu.Move(ids["b"], MenuMove.In);
        menu.Remove(ids["a"]);

        Assert.Equal("c", Tree);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elsewhere.example")]
    [InlineData("contato")]
    public void An_entry_leads_nowhere_a_link_may_not(string address) =>
        Assert.Throws<RuleBrokenException>(() => MenuEntry.Of(Guid.CreateVersion7(), "a", null, address, []));
}
