using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Forms;

/// <summary>Every form that can be found by following links, sent with everything people and programs put into forms.</summary>
public sealed class FormsTests(FormsTests.FilledSite site, FreshSite fresh) : IClassFixture<FormsTests.FilledSite>, IClassFixture<FreshSite>
{
    /// <summary>What is put into fields that nobody types into.</summary>
    static readonly IReadOnlyList<Nasty> Forged = [.. Nasty.All.Where(nasty => nasty.Name is "nothing" or "HTML" or "a NUL")];

    /// <summary>What is printed is compared with its files first: without them every order would be refused for that.</summary>
    public sealed class FilledSite : Site
    {
        protected override bool HasFiles => true;
    }

    [Fact]
    public async Task A_visitors_forms_take_or_refuse_whatever_is_written() =>
        await DemandAsync(site, site.Visitor(), Nasty.All, ["/contato", "/entrar"], "/", "/entrar");

    [Fact]
    public async Task The_staffs_forms_take_or_refuse_whatever_is_written() =>
        await DemandAsync(site, await site.SignedInAsync(Person.Administrator), Nasty.All, ["/admin/componentes"], "/admin");

    [Fact]
    public async Task A_dentists_forms_take_or_refuse_whatever_is_written() =>
        await DemandAsync(site, await site.SignedInAsync(Person.Dentist), Nasty.All,
            ["/consultorios/novo", "/consultorios/{id}/dados", "/consultorios/{id}/convites", "/consultorios/{id}/enderecos/novo", "/consultorios/{id}/enderecos/{id}"],
            "/consultorios");

    [Fact]
    public async Task The_set_up_form_refuses_what_it_cannot_take_and_the_site_may_have_any_name()
    {
        await DemandAsync(fresh, fresh.Visitor(), [.. Nasty.All.Where(nasty => nasty.IsRefused || nasty.Text.Length == 0)], ["/configurar"], await fresh.SetUpAddressAsync());

        var page = await fresh.Visitor().GetAsync(await fresh.SetUpAddressAsync());
        var html = Nasty.All.Single(nasty => nasty.Name == "HTML").Text[..80];
        var answer = await page.Form().Fill("Input.Recipe", "demo").Fill("Input.SiteName", html).Fill("Input.Name", html)
            .Fill("Input.Email", Person.Administrator.Email).Fill("Input.Password", Person.Administrator.Password).SendAsync();
        Assert.Equal("/entrar?voltar=/admin", answer.LeadsTo);

        var pages = await Crawl.FromAsync(await fresh.SignedInAsync(Person.Administrator), "/admin", "/");
        Assert.Contains(pages.Values, reached => reached.Text.Contains(Nasty.Mark, StringComparison.Ordinal));
        Assert.DoesNotContain(pages, reached => Attempt.HasMarkup(reached.Value));
    }

    [Fact]
    public async Task Nothing_that_was_written_becomes_markup_anywhere()
    {
        var contact = await site.Visitor().GetAsync("/contato");
        var html = Nasty.All.Single(nasty => nasty.Name == "HTML").Text;
        await contact.Form().Fill("Input.Name", html).Fill("Input.Email", "ana@example.com").Fill("Input.Text", html).SendAsync();

        var pages = await Crawl.FromAsync(await site.SignedInAsync(Person.Administrator), "/admin");

        Assert.Contains(pages.Values, page => page.Text.Contains(Nasty.Mark, StringComparison.Ordinal));
        Assert.DoesNotContain(pages, page => Attempt.HasMarkup(page.Value));
    }

    /// <param name="where">The site the forms are on.</param>
    /// <param name="visitor">Who finds and fills them.</param>
    /// <param name="nasties">What they write.</param>
    /// <param name="expected">Pages whose forms must be among those found: a crawl that finds nothing proves nothing.</param>
    /// <param name="starts">Where they begin.</param>
    static async Task DemandAsync(Site where, Visitor visitor, IReadOnlyList<Nasty> nasties, string[] expected, params string[] starts)
    {
        var forms = (await Crawl.FromAsync(visitor, starts))
            .SelectMany(page => page.Value.Forms.Index().Where(form => form.Item.Posts).Select(form => (page.Key, Number: form.Index, Form: form.Item)))
            .DistinctBy(found => (Crawl.Kind(found.Form.Action), string.Join(' ', found.Form.Fields.Select(field => field.Name))))
            .ToList();
        Assert.Superset(expected.ToHashSet(), forms.Select(found => found.Key).ToHashSet());

        var complaints = new List<string>();
        foreach (var (_, number, found) in forms)
            foreach (var field in found.Fields.Where(field => field.Type == "hidden" ? field.Name != "__RequestVerificationToken" : field.IsWritten))
            {
                Form? again = null;
                foreach (var nasty in field.IsWritten ? nasties : Forged)
                {
                    // A form that is gone has done what it was for.
                    var form = again ?? (await visitor.GetAsync(found.Page.Path)).Forms.ElementAtOrDefault(number);
                    if (form is null || form.Fields.All(one => one.Name != field.Name)) continue;

                    var attempt = new Attempt(form, field, nasty);
                    complaints.AddRange(field.IsWritten ? await attempt.ComplaintsAsync(where.RowsAsync) : await HiddenAsync(form, field, nasty));
                    again = attempt.Again;
                }
            }

        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
    }

    /// <summary>Nobody types into a hidden field: it is enough that the site survives a forged one.</summary>
    static async Task<IReadOnlyList<string>> HiddenAsync(Form form, Field field, Nasty nasty)
    {
        var answer = await form.Fill(field.Name, nasty.Text).SendAsync();
        return (int)answer.Status >= 500 || Attempt.HasMarkup(answer) ? [$"{form.Page.Path}, hidden {field.Name} with {nasty.Name}: {(int)answer.Status}."] : [];
    }
}
