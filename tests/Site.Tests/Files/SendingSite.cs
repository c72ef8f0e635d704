using System.Collections.Concurrent;
using System.Net;

using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Files;

/// <summary>A site with a port of its own, so that lines can break, and a case of the dentist's that takes files.</summary>
public class SendingSite : Site
{
    readonly ConcurrentDictionary<string, Lazy<Task<Visitor>>> people = new();

    protected override bool Listens => true;

    public async Task<Guid> CaseAsync(string nickname = "ponte superior") =>
        await Database.AskAsync<Guid>($"select id from cases.\"case\" where nickname = '{nickname}'");

    public async Task<TusClient> SenderAsync(Person? person, string slot = "tomography", string nickname = "ponte superior") =>
        new(await (people.GetOrAdd(person?.Email ?? "", _ => new(() => OnLineAsync(person)))).Value, await CaseAsync(nickname), slot);

    public Task<string> HashOfAsync(string address) => Database.AskAsync<string>($"select coalesce(sha256, '') from files.upload where id = '{address.Split('/')[^1]}'");

    /// <summary>Over a real connection.</summary>
    public async Task<Visitor> OnLineAsync(Person? person)
    {
        var visitor = new Visitor(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromSeconds(30),
        });
        if (person is null) return visitor;

        var entry = await visitor.GetAsync("/entrar");
        await entry.Form().Fill("Input.Email", person.Email).Fill("Input.Password", person.Password).SendAsync();
        return visitor;
    }
}
