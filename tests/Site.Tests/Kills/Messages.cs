using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

using Percurso.Testing.Http;

namespace Percurso.Tests.Kills;

/// <summary>
/// Visitors who write to the company without a pause. Each message says something no other says, by which its row and its
/// letters are known again.
/// </summary>
sealed class Messages
{
    readonly ConcurrentBag<string> answered = [];
    int written;

    /// <summary>Those the site thanked for: it must never lose one.</summary>
    public IReadOnlyCollection<string> Answered => answered;

    /// <summary>Writes one, and is thanked.</summary>
    public async Task LeaveAsync(Visitor visitor) => await LeaveAsync((await visitor.GetAsync("/contato")).Form());

    /// <summary>Writes one after another until the site no longer answers.</summary>
    public async Task LeaveUntilItDiesAsync(Visitor visitor)
    {
        try
        {
            var form = (await visitor.GetAsync("/contato")).Form();
            while (true) await LeaveAsync(form);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // It was killed in the middle: whether this one was kept is the site's secret.
        }
    }

    async Task LeaveAsync(Form form)
    {
        var number = Interlocked.Increment(ref written);
        var words = string.Create(CultureInfo.InvariantCulture, $"pergunta-{number:00000}.");
        var page = await form
            .Fill("Input.Name", "Ana Prado")
            .Fill("Input.Email", string.Create(CultureInfo.InvariantCulture, $"ana{number}@clinica.example"))
            .Fill("Input.Text", words)
            .SendAsync();

        // With the database gone and the host still there, an error is an answer too: that of a message not kept.
        if (page is { Status: HttpStatusCode.Redirect, LeadsTo: "/contato" }) answered.Add(words);
    }
}
