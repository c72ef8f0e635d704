using System.Diagnostics;

namespace Percurso.Benchmarks.Pages;

/// <summary>A server in a process of its own, ended with this.</summary>
class Running(Process process, Uri address) : IAsyncDisposable
{
    public Uri Address => address;

    public static async Task<Running> StartAsync(string program, IEnumerable<string> arguments, Uri address) =>
        new(await BeginAsync(program, arguments, address, new Dictionary<string, string>()), address);

    protected static async Task<Process> BeginAsync(string program, IEnumerable<string> arguments, Uri address, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();

        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await http.GetAsync(address);
                if ((int)answer.StatusCode < 500) return process;
            }
            catch (HttpRequestException) when (tries < 300 && !process.HasExited)
            {
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        using (process)
        {
            // Asked, not killed: the site stops its embedded PostgreSQL before it goes.
            using (var asked = Process.Start("kill", ["-TERM", $"{process.Id}"])) await asked.WaitForExitAsync();
            await process.WaitForExitAsync();
        }
    }
}
