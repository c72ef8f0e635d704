using System.Net;
using System.Text.RegularExpressions;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Rights;

/// <summary>Goes to the doors of a site that holds one object of each kind.</summary>
sealed partial class Walk
{
    readonly Site site;
    readonly Dictionary<string, string> objects;
    readonly Dictionary<string, (Visitor Visitor, KeyValuePair<string, string>[] Token)> sessions = [];

    Walk(Site site, Dictionary<string, string> objects) => (this.site, this.objects) = (site, objects);

    /// <summary>
    /// A visitor leaves a message, so that there is one, and the letters that follow it. A row's fourth column names the
    /// object it means, and this is where its key comes from, or one key for each part of the address that asks for one.
    /// </summary>
    public static async Task<Walk> PrepareAsync(Site site)
    {
        var contact = await site.Visitor().GetAsync("/contato");
        await contact.Form().Fill("Input.Name", "Ana Lima").Fill("Input.Email", "ana@example.com").Fill("Input.Text", "Bom dia.").SendAsync();
        var administrator = await site.SignedInAsync(Person.Administrator);
        await Eventually.IsSoAsync("the letters", async () => Key().IsMatch((await administrator.GetAsync("/admin/cartas")).Source));
        foreach (var person in Person.All) await site.SignedInAsync(person);
        await Eventually.IsSoAsync("the invoices", async () => Key().IsMatch((await administrator.GetAsync("/admin/notas")).Document.QuerySelector("main table")?.OuterHtml ?? ""));
        var (clinic, address) = await ClinicOfAsync(Person.Dentist);
        var (_, strangers) = await ClinicOfAsync(Person.Stranger);
        var dentist = await site.SignedInAsync(Person.Dentist);
        var patient = await FirstKeyIn(dentist, "/pacientes", "main tbody a");
        var aCase = await FirstKeyIn(dentist, $"/pacientes/{patient}", "main .card a");
        var (plan, version, mesh) = await PlanAsync(dentist);
        var (meeting, room) = await RoomAsync(await site.SignedInAsync(Person.Stranger));
        var page = await FirstKeyAsync(administrator, "/admin/paginas?q=valores");
        var walk = new Walk(site, new()
        {
            ["a patient"] = patient,
            ["a case"] = aCase,
            ["the guidance of a case"] = $"{aCase} guidance",
            ["a sheet of a case"] = $"{aCase} guidance guidance-scan",
            ["the intake of a case"] = $"{aCase} files",
            ["an item of a case"] = $"{aCase} files tomography",
            ["a link of a case"] = $"case {aCase} {Guid.Empty}",
            ["the phone of a case"] = $"case {aCase} tomography",
            ["the files of a case"] = $"case {aCase}",
            ["the plan of a case"] = $"{plan} preview",
            ["the meeting of a case"] = $"{await FirstKeyIn(dentist, "/inicio?q=laercio", "main table th a")} meeting",
            ["the printing of a case"] = $"{await FirstKeyIn(dentist, "/inicio?q=vicente", "main table th a")} printing",
            ["a print order"] = await FirstKeyAsync(administrator, "/admin/producao?estado=Printing", "main table"),
            ["a material"] = await FirstKeyAsync(administrator, "/admin/producao/materiais", "main table"),
            ["a printer"] = await FirstKeyAsync(administrator, "/admin/producao/impressoras", "main table"),
            ["a lot"] = await FirstKeyAsync(administrator, "/admin/producao/lotes", "main table"),
            ["a stranger's meeting"] = $"{meeting} meeting",
            ["a room"] = room,
            ["a file of a plan"] = $"{plan} preview {Guid.Empty}",
            ["a version"] = version,
            ["a mesh"] = mesh,
            ["a step of a case"] = $"{aCase} printing",
            ["a page"] = page,
            ["a text"] = "termos",
            ["its version"] = $"{page} {await FirstCellAsync(administrator, $"/admin/paginas/{page}/versoes")}",
            ["its draft"] = $"pt-BR {page}",
            ["—"] = "",
            ["one that is not there"] = Guid.Empty.ToString(),
            ["an error"] = "404",
            ["a CEP"] = "01001-000",
            ["a slot"] = "smile-photos",
            ["a message"] = await FirstKeyAsync(administrator, "/admin/mensagens"),
            ["a letter"] = await FirstKeyAsync(administrator, "/admin/cartas"),
            ["a picture"] = await FirstKeyAsync(administrator, "/admin/midia?tipo=imagens&q=arcada"),
            ["a picture's key"] = "arcada-com-implantes",
            ["a picture's file"] = (await site.Visitor().GetAsync("/midia/arcada-com-implantes")).LeadsTo!["/midia/".Length..].Replace('/', ' '),
            ["a table of figures"] = "passos",
            ["a person"] = await FirstKeyAsync(administrator, "/admin/pessoas?q=financeiro"),
            ["a role"] = "finance",
            ["a clinic"] = clinic,
            ["a charge to handle"] = $"{await FirstKeyAsync(administrator, "/admin/cobrancas", "main table")} cancelar",
            ["a price item"] = await FirstKeyAsync(administrator, "/admin/precos", "main table"),
            ["a coupon"] = await FirstKeyAsync(administrator, "/admin/cupons", "main table"),
            ["a sponsor"] = await FirstKeyAsync(administrator, "/admin/patrocinadores", ".card-grid"),
            ["a rate"] = await FirstKeyAsync(administrator, "/admin/frete", "main table"),
            ["an invoice"] = await FirstKeyAsync(administrator, "/admin/notas", "main table"),
            ["the payment of a case"] = $"{aCase} payment",
            ["a charge"] = await FirstKeyAsync(await site.SignedInAsync(Person.Dentist), "/pagamentos", "main table"),
            ["a stranger's charge"] = await FirstKeyAsync(await site.SignedInAsync(Person.Stranger), "/pagamentos", "main table"),
            ["its address"] = $"{clinic} {address}",
            ["a stranger's address"] = $"{clinic} {strangers}",
            ["its assistant"] = $"{clinic} {await AccountOfAsync(Person.Assistant)}",
            ["its dentist"] = $"{clinic} {await AccountOfAsync(Person.Dentist)}",
            ["a stranger in a clinic"] = $"{clinic} {await AccountOfAsync(Person.Stranger)}",
        });
        await site.RowsAsync();
        return walk;

        // The one that is booked.
        static async Task<(string Case, string Room)> RoomAsync(Visitor stranger)
        {
            var link = await FirstKeyIn(stranger, "/inicio?q=enio", "main table th a");
            return (link, (await stranger.GetAsync($"/casos/{link}/passos/meeting/sala")).Document.QuerySelector("meeting-room")!.GetAttribute("data-path")!.Split('/')[^1]);
        }

        // One that lies before the dentist.
        static async Task<(string Case, string Version, string Mesh)> PlanAsync(Visitor dentist)
        {
            var link = await FirstKeyIn(dentist, "/inicio?q=aparecido", "main table th a");
            var meshes = (await dentist.GetAsync($"/casos/{link}/passos/preview/revisao")).Document.QuerySelector("case-viewer [data-mesh]")!.GetAttribute("data-mesh")!.Split('/');
            return (link, meshes[2], $"{meshes[2]} {meshes[4]} resumo");
        }

        async Task<string> AccountOfAsync(Person person) => await FirstKeyAsync(administrator, $"/admin/pessoas?q={person.Email}");

        async Task<(string Clinic, string Address)> ClinicOfAsync(Person person)
        {
            var visitor = await site.SignedInAsync(person);
            var clinic = await FirstCardAsync(visitor, "/consultorios");
            return (clinic, await FirstCardAsync(visitor, $"/consultorios/{clinic}"));
        }
    }

    /// <param name="row">Which door, and what behind it.</param>
    /// <param name="person">Null for a visitor.</param>
    /// <param name="withoutPolicy">As if the endpoint had none; on a site that can.</param>
    public async Task<Outcome> MeetAsync(Row row, Person? person, bool withoutPolicy = false)
    {
        var (visitor, token) = await SessionAsync(person, EndsTheSession(row.Door));
        if (withoutPolicy) visitor.Headers[UnlockableSite.WithoutPolicy] = "1";
        else visitor.Headers.Remove(UnlockableSite.WithoutPolicy);
        var path = PathTo(row);
        if (row.Door.Verb is "GET" or "HEAD") return Meaning(await visitor.SendAsync(new(row.Door.Verb), path));
        if (row.Door.Verb != "any") return Meaning(await visitor.SendAsync(new(row.Door.Verb), path, token));

        var (read, sent) = (Meaning(await visitor.GetAsync(path)), Meaning(await visitor.PostAsync(path)));
        return read == sent ? read : Outcome.Odd;
    }

    /// <summary>Who goes there, with the token of the forms they are shown; the same for each door, unless it ends the session.</summary>
    async Task<(Visitor Visitor, KeyValuePair<string, string>[] Token)> SessionAsync(Person? person, bool itsOwn)
    {
        if (!itsOwn && sessions.TryGetValue(person?.Role ?? "", out var known)) return known;

        var visitor = itsOwn && person is not null ? await site.SignedInAnewAsync(person) : await site.AsAsync(person);
        (Visitor, KeyValuePair<string, string>[]) made = (visitor, [.. await TokenAsync(visitor)]);
        if (!itsOwn) sessions.Add(person?.Role ?? "", made);
        return made;
    }

    /// <summary>After it the session would open no further door.</summary>
    static bool EndsTheSession(Door door) => door is { Route: "/sair", Verb: "POST" };

    string PathTo(Row row)
    {
        if (row.Door.Route == Door.Assets) return "/_content/Percurso.Theme/site.css";

        var keys = new Queue<string>(objects[row.Object].Split(' '));
        var path = Parameter().Replace(row.Door.Route, _ => keys.Count > 1 ? keys.Dequeue() : keys.Peek());
        return row.Door.Handler.Length == 0 ? path : $"{path}?handler={row.Door.Handler}";
    }

    /// <summary>Of any form this person is shown: without it a refusal would only say that the token is missing.</summary>
    static async Task<IEnumerable<KeyValuePair<string, string>>> TokenAsync(Visitor visitor)
    {
        var forms = (await visitor.GetAsync("/sair")).Forms.Concat((await visitor.GetAsync("/entrar")).Forms);
        return forms.Select(form => form.ValueOf("__RequestVerificationToken")).FirstOrDefault(token => token is not null) is { } found
            ? [KeyValuePair.Create("__RequestVerificationToken", found)]
            : [];
    }

    static Outcome Meaning(Page page) => page.Status switch
    {
        HttpStatusCode.Redirect when page.LeadsTo!.StartsWith("/entrar?", StringComparison.Ordinal) => Outcome.SignIn,
        HttpStatusCode.Redirect when page.LeadsTo == "/" => Outcome.Home,
        HttpStatusCode.Forbidden => Outcome.No,
        HttpStatusCode.NotFound => Outcome.Hidden,
        HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity => Outcome.Yes,
        _ => Outcome.Odd,
    };

    /// <param name="visitor">Who looks.</param>
    /// <param name="list">The page.</param>
    /// <param name="within">A CSS selector of the part of it that counts.</param>
    static async Task<string> FirstKeyAsync(Visitor visitor, string list, string within = "html") =>
        Key().Match((await visitor.GetAsync(list)).Document.QuerySelector(within)?.OuterHtml ?? "") is { Success: true } link
            ? link.Value
            : throw new InvalidOperationException($"{list} lists nothing.");

    /// <summary>The key that the first line's link ends in.</summary>
    static async Task<string> FirstCellAsync(Visitor visitor, string list) =>
        (await visitor.GetAsync(list)).Document.QuerySelector("main tbody a")?.GetAttribute("href")?.Split('/')[^1]
            ?? throw new InvalidOperationException($"{list} lists nothing.");

    /// <summary>The key in the first link a CSS selector finds.</summary>
    static async Task<string> FirstKeyIn(Visitor visitor, string path, string selector) =>
        Key().Match((await visitor.GetAsync(path)).Document.QuerySelector(selector)?.GetAttribute("href") ?? "") is { Success: true } link
            ? link.Value
            : throw new InvalidOperationException($"{path} has no {selector} that leads anywhere.");

    /// <summary>The key that the first card's link ends in.</summary>
    static async Task<string> FirstCardAsync(Visitor visitor, string list) =>
        (await visitor.GetAsync(list)).Document.QuerySelector("main .card a")?.GetAttribute("href")?.Split('/')[^1]
            ?? throw new InvalidOperationException($"{list} has no cards.");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Key();
}
