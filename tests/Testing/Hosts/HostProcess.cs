using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

using Percurso.Testing.Http;

namespace Percurso.Testing.Hosts;

/// <summary>
/// The product as an operator starts it: a process of its own, leader of its process group, on a port the system chose.
/// </summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly Task<string> complaints;
    readonly Task reading;
    readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<string> said = [];

    HostProcess(Process process)
    {
        this.process = process;
        complaints = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    /// <summary>All that it printed so far, for a test that fails.</summary>
    public string Said
    {
        get
        {
            lock (said) return string.Join('\n', said);
        }
    }

    /// <param name="settings">The configuration, <c>Key=value</c>; the port and Development may be set otherwise by it.</param>
    public static HostProcess Start(params IEnumerable<string> settings) => Start(new Launch(), settings);

    public static HostProcess Start(Launch how, params IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("setsid", [.. how.Prefix, "dotnet", Path.Combine(how.Programs, "Percurso.Web.dll"), .. how.Command, .. Defaults(how), .. settings.Select(Argument)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsConfiguration).ToList()) start.Environment.Remove(name);
        if (how.Path is { } path) start.Environment["PATH"] = path;
        return new(Process.Start(start)!);
    }

    /// <summary>Waits until it listens; with readiness asked for as well, until all it needs answers.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it said.</exception>
    public async Task<Uri> ListensAsync() => await listening.Task.WaitAsync(patience);

    /// <summary>Somebody at a browser, who keeps cookies.</summary>
    public async Task<Visitor> VisitorAsync() => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = await ListensAsync(),
        Timeout = patience,
    });

    /// <summary>Waits for its end, which comes by itself when it cannot start.</summary>
    /// <returns>Its exit code, and what it wrote for the operator (standard error).</returns>
    public async Task<(int ExitCode, string Complaint)> EndsAsync()
    {
        await process.WaitForExitAsync().WaitAsync(patience);
        await reading;
        return (process.ExitCode, (await complaints).Trim());
    }

    /// <summary>Asks it to stop, as a service manager does, and waits.</summary>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited) await SignalAsync("TERM", process.Id);
        return (await EndsAsync()).ExitCode;
    }

    /// <summary>SIGKILL to its whole process group; it does not get to say a word.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) await SignalAsync("KILL", process.Id);
        await EndsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
    }

    static Task SignalAsync(string signal, int group) =>
        Tool.RunAsync("/", "sh", "-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} -{group} 2>&1"));

    static IEnumerable<string> Defaults(Launch how) =>
        [Argument("environment=Development"), Argument("urls=http://127.0.0.1:0"), Argument($"contentRoot={how.ContentRoot}"), Argument("Logging:LogLevel:Microsoft.Hosting.Lifetime=Information")];

    static string Argument(string setting) => "--" + setting;

    static bool IsConfiguration(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || variable.StartsWith("DOTNET_ENVIRONMENT", StringComparison.Ordinal)
        || variable.StartsWith("ConnectionStrings__", StringComparison.Ordinal);

    async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lock (said) said.Add(line);
            if (Listening().Match(line) is { Success: true } match) listening.TrySetResult(new(match.Groups["address"].Value));
        }

        listening.TrySetException(new InvalidOperationException($"The host ended instead of listening. {await complaints}\n{Said}"));
    }

    [GeneratedRegex(@"Now listening on: (?<address>http[^\s""]+)")]
    private static partial Regex Listening();
}
