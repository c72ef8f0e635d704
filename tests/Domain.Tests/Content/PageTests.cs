using System.Text.Json.Nodes;

using Percurso.Content.Domain.Pages;
using Percurso.Kernel;

namespace Percurso.Domain.Tests.Content;

public sealed class PageTests
{
    static readonly DateTime now = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    static readonly Guid davi = Guid.CreateVersion7(), marina = Guid.CreateVersion7();

    [Fact]
    public void Visitors_see_what_was_published_and_not_what_is_written_since()
    {
        var page = Draft("Quem somos");
        page.Publish("", davi, now);
        page.Save(Text("Quem somos nós"), page.DraftNumber, davi, now);

        Assert.Equal("Quem somos", page.Live!.Title);
        Assert.True(page.HasChanges);
        Assert.Equal(1, Assert.Single(page.Versions).Number);
    }

    [Fact]
    public void Of_two_who_write_at_once_both_texts_are_found()
    {
        var page = Draft("Quem somos");
        var from = page.DraftNumber;

        Assert.True(page.Save(Text("Como Davi escreveu"), from, davi, now));
        Assert.False(page.Save(Text("Como Marina escreveu"), from, marina, now));

        Assert.Equal("Como Davi escreveu", page.Draft.Title);
        var kept = Assert.Single(page.Versions);
        Assert.Equal(("Como Marina escreveu", marina, null), (kept.Content.Title, kept.ById, kept.Number));
    }

    [Fact]
    public void What_one_goes_on_typing_after_a_collision_is_kept_once()
    {
        var page = Draft("Quem somos");
        page.Save(Text("Davi"), 0, davi, now);
        page.Save(Text("Mar"), 0, marina, now);
        page.Save(Text("Marina"), 0, marina, now.AddSeconds(5));

        Assert.Equal("Marina", Assert.Single(page.Versions).Content.Title);
    }

    [Fact]
    public void A_version_comes_back_as_the_draft_and_the_draft_stays_among_the_versions()
    {
        var page = Draft("Primeira");
        page.Publish("", davi, now);
        page.Save(Text("Segunda"), page.DraftNumber, davi, now);

        page.Restore(page.Versions[0], marina, now);

        Assert.Equal("Primeira", page.Draft.Title);
        Assert.Contains(page.Versions, version => version.Number is null && version.Content.Title == "Segunda");
    }

    [Fact]
    public void A_page_without_a_visible_block_is_not_published()
    {
        var page = Draft("Vazia");
        page.Save(new("Vazia", "", [new("a1", "text", true, [])]), 0, davi, now);

        Assert.Equal("A página não tem nenhum bloco à vista. Acrescente um antes de publicar.", Assert.Throws<RuleBrokenException>(() => page.Publish("", davi, now)).Message);
        Assert.Null(page.Live);
    }

    [Fact]
    public void The_first_page_stays_where_it_is_and_on_the_air()
    {
        var first = new SitePage(Guid.CreateVersion7(), "pt-BR", "", Text("Início"), null, now);
        first.Publish("", null, now);

        Assert.Throws<RuleBrokenException>(first.Unpublish);
        Assert.Throws<RuleBrokenException>(() => first.MoveTo("inicio", now));
        Assert.Throws<RuleBrokenException>(() => first.Schedule(null, now.AddDays(1), davi, now));
    }

    [Fact]
    public void A_page_comes_and_goes_at_the_hours_somebody_chose()
    {
        var page = Draft("Curso");
        page.Schedule(now.AddHours(1), now.AddHours(2), davi, now);

        page.KeepToSchedule("", now.AddMinutes(59));
        Assert.Null(page.Live);
        page.KeepToSchedule("", now.AddHours(1));
        Assert.NotNull(page.Live);
        page.KeepToSchedule("", now.AddHours(2));
        Assert.Null(page.Live);
        Assert.Equal((null, null), (page.PublishAt, page.UnpublishAt));
    }

    [Fact]
    public void Dates_that_make_no_sense_are_refused()
    {
        var page = Draft("Curso");

        Assert.Throws<RuleBrokenException>(() => page.Schedule(now, null, davi, now));
        Assert.Throws<RuleBrokenException>(() => page.Schedule(now.AddHours(2), now.AddHours(1), davi, now));
        Assert.Throws<RuleBrokenException>(() => page.Schedule(null, now.AddHours(1), davi, now));
    }

    [Fact]
    public void Only_an_address_that_visitors_could_know_goes_on_leading_to_the_page()
    {
        var page = Draft("Curso");
        Assert.Null(page.MoveTo("cursos", now));

        page.Publish("", davi, now);
        var kept = page.MoveTo("formacao", now)!;

        Assert.Equal(("/cursos", page.Id), (kept.Origin, kept.PageId));
    }

    [Fact]
    public void The_order_of_a_settings_keys_is_no_change()
    {
        var one = new Block("a1", "text", false, new JsonObject { ["text"] = "x", ["wide"] = true });
        var other = new Block("a1", "text", false, new JsonObject { ["wide"] = true, ["text"] = "x" });

        Assert.Equal(new PageContent("a", "", [one]), new PageContent("a", "", [other]));
        Assert.NotEqual(new PageContent("a", "", [one]), new PageContent("a", "", [other with { Hidden = true }]));
    }

    static SitePage Draft(string title) => new(Guid.CreateVersion7(), "pt-BR", "pagina", Text(title), davi, now);

    static PageContent Text(string title) => new(title, "", [new("a1", "text", false, new JsonObject { ["text"] = "Texto." })]);
}
