using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Percurso.Kernel.Web;

/// <summary>
/// The site's address as the world knows it, for everything that leaves it: letters, QR codes, links to pay. Configured as
/// <c>Site:PublicUrl</c>; outside Production it may be missing, and is then the address the host listens on. Never taken from
/// a request, whose Host header a stranger writes.
/// </summary>
public sealed class PublicUrl(IConfiguration configuration, IServiceProvider services)
{
    Uri? known;

    /// <summary>Before the server listens its address is not known; what is said then is not kept.</summary>
    Uri Base => known ?? (known = Configured(configuration) ?? Listening()) ?? new Uri("http://localhost/");

    public string Host => Base.Host;

    /// <summary>The whole address of a path inside the site.</summary>
    public string To(string path) => new Uri(Base, path).AbsoluteUri;

    /// <exception cref="StartRefusedException">It is missing in Production, or no http address.</exception>
    internal static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (Configured(configuration) is null && environment.IsProduction())
            throw new StartRefusedException("Set Site:PublicUrl to the address people reach this site at, such as https://example.com.br.");
    }

    static Uri? Configured(IConfiguration configuration) => configuration["Site:PublicUrl"] switch
    {
        null or "" => null,
        var url when Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" => new Uri(url.TrimEnd('/') + "/"),
        var url => throw new StartRefusedException($"Site:PublicUrl is \"{url}\", which is no address such as https://example.com.br."),
    };

    /// <summary>The server is asked late: it is made after those who need this.</summary>
    Uri? Listening()
    {
        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses;
        var first = addresses?.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        return first is null ? null : new Uri(first.TrimEnd('/') + "/");
    }
}
