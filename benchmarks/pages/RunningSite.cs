using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Percurso.Benchmarks.Pages;

/// <summary>The site as it runs for a company: Release, Production, made by the recipe <c>surgical-guides</c>, with data of its own.</summary>
sealed partial class RunningSite : Running
{
    const string Email = "medida@example.com", Password = "uma frase para medir";

    readonly string folder;

    RunningSite(Process process, Uri address, string folder) : base(process, address) => this.folder = folder;

    public static async Task<RunningSite> StartAsync()
    {
        var (root, folder, address) = (Root(), Directory.CreateTempSubdirectory("bench-pages-").FullName, new Uri("http://localhost:5191"));
        var process = await BeginAsync("dotnet",
        [
            Path.Combine(root, "src/Web/bin/Release/net10.0/Percurso.Web.dll"), "--contentRoot", Path.Combine(root, "src/Web"), "--urls", address.GetLeftPart(UriPartial.Authority),
            "--Data:Folder", folder, "--Site:PublicUrl", address.AbsoluteUri, "--Postgres:EmbeddedInProduction", "true", "--Mail:StayHere", "true",
            "--Setup:Recipe", "surgical-guides", "--Setup:SiteName", "Percurso", "--Setup:Name", "Medida", "--Setup:Email", Email, "--Setup:Password", Password,
            "--Logging:LogLevel:Default", "Warning",
        ], new(address, "/health/ready"), new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Keys__Secret"] = new string('k', 40) });
        return new(process, address, folder);
    }

    /// <summary>The session cookie of somebody who signed in through the page.</summary>
    public async Task<string> SignInAsync()
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        var token = Token().Match(await http.GetStringAsync(new Uri("/entrar", UriKind.Relative))).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Email"] = Email, ["Input.Password"] = Password, ["__RequestVerificationToken"] = token });
        using var answer = await http.PostAsync(new Uri("/entrar", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
        return string.Join("; ", cookies.GetCookies(Address).Select(cookie => $"{cookie.Name}={cookie.Value}"));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Percurso.slnx"))) at = at.Parent ?? throw new InvalidOperationException("Run it inside the repository.");
        return at.FullName;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
