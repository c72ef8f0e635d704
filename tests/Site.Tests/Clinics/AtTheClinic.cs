using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Clinics;

/// <summary>What people do in clinics, for tests that begin after it.</summary>
static class AtTheClinic
{
    public const string Password = "uma frase longa";

    /// <summary>A new clinic of this dentist's; its address.</summary>
    public static async Task<string> FoundAsync(this Site site, Person dentist, string name)
    {
        var form = (await (await site.SignedInAsync(dentist)).GetAsync("/consultorios/novo")).Form();
        return (await form.Fill("Input.Name", name).SendAsync()).LeadsTo!;
    }

    /// <summary>The address that the letter leads to.</summary>
    public static async Task<string> InviteAsync(this Site site, Person dentist, string clinic, string email, string role = "Assistant")
    {
        var form = (await (await site.SignedInAsync(dentist)).GetAsync($"{clinic}/convites")).Form("main form:has([type=email])");
        var answer = await form.Fill("Input.Email", email).Fill("Input.Role", role).SendAsync();
        return answer.LeadsTo is not null ? await site.LinkToAsync(email) : throw new InvalidOperationException(answer.Text);
    }

    public static async Task<string> LinkToAsync(this Site site, string email, int skip = 0)
    {
        var letter = await Eventually.IsAsync($"the letter to {email}", () => site.Mail.Letters
            .Where(letter => letter.To.Contains(email) && letter.Links.Any(link => link.AbsolutePath.Contains("/convite/", StringComparison.Ordinal))).Skip(skip).FirstOrDefault());
        return letter.Links[0].PathAndQuery;
    }

    /// <summary>Opens an account on the way, signs in with it, and agrees to the texts that everybody agrees to.</summary>
    public static async Task<Visitor> ComeAsync(this Site site, string link, string name, string email)
    {
        var way = (await site.Visitor().GetAsync(link)).Document.QuerySelector("main .btn-primary")!.GetAttribute("href")!;
        await (await site.Visitor().GetAsync(way)).Form().Fill("Input.Name", name).Fill("Input.Password", Password).SendAsync();
        var visitor = site.Visitor();
        var answer = await (await visitor.GetAsync("/entrar")).Form().Fill("Input.Email", email).Fill("Input.Password", Password).SendAsync();
        if (answer.LeadsTo is null) throw new InvalidOperationException(answer.Text);

        await (await visitor.GetAsync("/conta/termos")).Form().Fill("Agrees", "true").SendAsync();
        return visitor;
    }
}
