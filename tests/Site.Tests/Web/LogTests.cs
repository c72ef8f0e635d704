using System.Collections.Concurrent;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Percurso.Testing;

namespace Percurso.Tests.Web;

/// <summary>Logs say what happened to which id, never who, and never what they wrote.</summary>
public sealed class LogTests(LogTests.ListenedSite site) : IClassFixture<LogTests.ListenedSite>
{
    public sealed class ListenedSite : Site
    {
        public Listener Listener { get; } = new();

        protected override IEnumerable<KeyValuePair<string, string>> Configuration => [new("Logging:LogLevel:Percurso", "Trace"), new("Logging:LogLevel:Default", "Information")];

        protected override void Change(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(Listener);
    }

    [Fact]
    public async Task What_people_type_is_in_no_log()
    {
        string[] secrets = ["Zoraide Quintanilha", "zoraide@exemplo.com.br", "implante no dente 36", "uma senha muito secreta", "alergia"];
        var form = (await site.Visitor().GetAsync("/contato?origem=alergia")).Form();
        await form.Fill("Input.Name", secrets[0]).Fill("Input.Email", secrets[1]).Fill("Input.Text", secrets[2]).SendAsync();
        await (await site.Visitor().GetAsync("/entrar")).Form().Fill("Input.Email", secrets[1]).Fill("Input.Password", secrets[3]).SendAsync();
        await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/mensagens?q=Zoraide+Quintanilha");
        await Eventually.IsAsync("the letters", () => site.Mail.Letters.Count >= 2 ? site.Mail.Letters : null);

        Assert.NotEmpty(site.Listener.Lines);
        Assert.All(secrets, secret => Assert.DoesNotContain(site.Listener.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    public sealed class Listener : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
