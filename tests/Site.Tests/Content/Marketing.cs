using System.Text.RegularExpressions;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Content;

/// <summary>Somebody who writes pages, speaking to the editor's forms.</summary>
sealed partial class Marketing(Site site, Visitor visitor)
{
    public Visitor Visitor => visitor;

    public static async Task<Marketing> OfAsync(Site site, Person? person = null) => new(site, await site.SignedInAsync(person ?? Person.Marketing));

    /// <summary>A new page with one block of text, still a draft; its id.</summary>
    public async Task<string> WriteAsync(string title, string text)
    {
        var begun = await (await visitor.GetAsync("/admin/paginas/nova")).Form().Fill("Input.Title", title).Fill("Input.Culture", "pt-BR").SendAsync();
        var id = Id().Match(begun.LeadsTo!).Value;
        await (await EditorAsync(id)).SendAsync("Texto");
        var form = await EditorAsync(id);
        await form.Fill(TextOf(form), text).SendAsync("Salvar rascunho");
        return id;
    }

    public async Task<string> PublishedAsync(string title, string text)
    {
        var id = await WriteAsync(title, text);
        var answer = await (await EditorAsync(id)).SendAsync("Publicar");
        Assert.Contains("A página está no ar.", (await answer.FollowAsync()).Text, StringComparison.Ordinal);
        return id;
    }

    public async Task<Form> EditorAsync(string id) => (await visitor.GetAsync($"/admin/paginas/{id}")).Form("form#editor");

    /// <summary>Changes a page's text and publishes it.</summary>
    public async Task ChangeAsync(string id, string text)
    {
        var form = await EditorAsync(id);
        await form.Fill(TextOf(form), text).SendAsync("Publicar");
    }

    /// <summary>The name of the field that holds the first block's text.</summary>
    public static string TextOf(Form form) => form.Fields.First(field => field.Name.StartsWith("b.", StringComparison.Ordinal) && field.Name.EndsWith(".text", StringComparison.Ordinal)).Name;

    public async Task RunJobAsync(string job)
    {
        var administrator = await site.SignedInAsync(Person.Administrator);
        await (await administrator.GetAsync("/admin/tarefas")).Forms.Single(form => form.ValueOf("job") == job).SendAsync();
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
