using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

/// <summary>Somebody who signs up through the pages and the letter.</summary>
static class Newcomer
{
    public const string Password = "uma frase bem longa";

    /// <summary>Fills the sign-up form; the answer leads to the page that says a letter is on its way.</summary>
    public static async Task<Page> SignUpAsync(Site site, string email, string name = "Ana Lima", string with = "senha")
    {
        var form = (await site.Visitor().GetAsync("/cadastro")).Form();
        form.Fill("Input.Name", name).Fill("Input.Email", email).Fill("Input.With", with).Fill("Input.Password", with == "senha" ? Password : "");
        return await form.Fill("Input.Terms", "true").Fill("Input.Privacy", "true").SendAsync();
    }

    /// <summary>The path of the first link in the newest letter to an address.</summary>
    public static async Task<string> LinkToAsync(Site site, string email) => (await site.Mail.LetterToAsync(email)).Links[0].PathAndQuery;

    /// <summary>The path in the first letter whose link begins like this.</summary>
    public static async Task<string> LinkToAsync(Site site, string email, string beginning) => await Eventually.IsAsync($"a link {beginning} to {email}", () => site.Mail.Letters
        .Where(letter => letter.To.Contains(email)).SelectMany(letter => letter.Links).Select(link => link.PathAndQuery).LastOrDefault(path => path.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>Signs up and confirms; the account is open.</summary>
    public static async Task<Person> OpenAsync(Site site, string email)
    {
        await SignUpAsync(site, email);
        var answer = await (await site.Visitor().GetAsync(await LinkToAsync(site, email))).Form().SendAsync();
        return answer.LeadsTo == "/entrar" ? new("dentist", "Ana Lima", email, Password) : throw new InvalidOperationException(answer.Text);
    }

    public static async Task<Page> SignInAsync(Visitor visitor, string email, string password) =>
        await (await visitor.GetAsync("/entrar")).Form().Fill("Input.Email", email).Fill("Input.Password", password).SendAsync();
}
