using System.Net;

using Percurso.Testing.Databases;
using Percurso.Testing.Http;

namespace Percurso.Tests.Forms;

/// <summary>One field of one form filled with one nasty thing, the others as a person would fill them.</summary>
sealed class Attempt(Form form, Field field, Nasty nasty)
{
    readonly Dictionary<string, string> typed = [];

    /// <summary>The form as a refusal shows it, with what was typed; null where it was taken, or has not been sent.</summary>
    public Form? Again { get; private set; }

    /// <summary>Sends it, and says in a sentence each what a person would have to complain about.</summary>
    public async Task<IReadOnlyList<string>> ComplaintsAsync(Func<Task<Rows>> rows)
    {
        foreach (var other in form.Fields) Fill(other, other.Name == field.Name ? nasty.Text : Plausible(other));

        var before = await rows();
        var answer = await form.SendAsync();
        if ((int)answer.Status >= 500) return [$"{this}: {(int)answer.Status}."];
        if (HasMarkup(answer)) return [$"{this}: the answer holds it as markup."];
        if (answer.LeadsTo is not null) return nasty.IsRefused ? [$"{this}: was taken."] : [];
        if (answer.Status != HttpStatusCode.UnprocessableEntity) return [$"{this}: {(int)answer.Status} instead of 422."];

        var complaints = Complaints(answer).ToList();
        if ((await rows()).ChangedSince(before) is [_, ..] changed) complaints.Add($"{this}: refused, it changed {string.Join(", ", changed)}.");
        return complaints;
    }

    IEnumerable<string> Complaints(Page answer)
    {
        var sentences = answer.Document.QuerySelectorAll(".error-summary li").Select(line => line.TextContent.Trim()).ToList();
        if (sentences.Count == 0 || sentences.Distinct().Count() != sentences.Count || !sentences.TrueForAll(IsSentence))
            yield return $"{this}: says \"{string.Join(" | ", sentences)}\" instead of one sentence for each thing.";

        var again = Again = answer.Forms.FirstOrDefault(one => one.Fields.Any(candidate => candidate.Name == field.Name));
        if (again is null)
        {
            yield return $"{this}: the form is gone.";
            yield break;
        }

        if ((nasty.IsRefused || sentences.Count > 0 && nasty.Text.Length == 0) && !IsSentence(again.Fields.Single(one => one.Name == field.Name).Sentence))
            yield return $"{this}: nothing is said beside the field, only \"{string.Join(" | ", sentences)}\".";

        foreach (var (name, text) in typed.Where(one => !one.Value.Contains('\0', StringComparison.Ordinal)))
            if (again.ValueOf(name) != text) yield return $"{this}: what was typed into {name} is gone.";
    }

    /// <summary>Passwords are never sent back, and so need not be kept.</summary>
    void Fill(Field one, string? text)
    {
        if (text is null) return;

        form.Fill(one.Name, text);
        if (one.IsWritten && one.Type != "password") typed[one.Name] = text;
    }

    static string? Plausible(Field other) => other.Type switch
    {
        _ when other.Name.EndsWith("Dentist", StringComparison.Ordinal) && other.Type == "email" => "dentista@demo.localhost",
        _ when other.Name.EndsWith("Amount", StringComparison.Ordinal) || other.Name.EndsWith("Limit", StringComparison.Ordinal) => "10,00",
        _ when other.Name.StartsWith("b.", StringComparison.Ordinal) && (other.Name.EndsWith("link", StringComparison.OrdinalIgnoreCase) || other.Name.EndsWith(".to", StringComparison.Ordinal) || other.Name.EndsWith("href", StringComparison.Ordinal)) => "/contato",
        _ when other.Name.EndsWith("Minutes", StringComparison.Ordinal) => "30",
        _ when other.Name.EndsWith("Settings", StringComparison.Ordinal) => "{}",
        _ when other.Name.EndsWith("Needs", StringComparison.Ordinal) => "",
        _ when other.Name.EndsWith("Diameter", StringComparison.Ordinal) || other.Name.EndsWith("Length", StringComparison.Ordinal) => "3,75",
        _ when other.Name.EndsWith("OwnCode", StringComparison.Ordinal) || other.Name.EndsWith("ServiceCode", StringComparison.Ordinal) => "",
        _ when other.Name == "Input.Key" => $"ana-{Guid.CreateVersion7().ToString("N")[20..]}",
        _ when other.Name.EndsWith("Emails", StringComparison.Ordinal) => "ana@example.com",
        _ when other.Name.StartsWith("Week.", StringComparison.Ordinal) || other.Name == "Day.Hours" => "09:00-12:00",
        _ when other.Name.EndsWith("City", StringComparison.Ordinal) => "Rio Branco",
        "email" => "ana@example.com",
        "password" => "uma frase de teste",
        "date" => "2035-06-01",
        "datetime-local" => "2035-06-01T10:00",
        "tel" => "(11) 98765-4321",
        "number" => "1",
        "select" or "radio" => other.Options.First(option => option.Length > 0),
        "checkbox" when other.Name.EndsWith("Teeth", StringComparison.Ordinal) => other.Options[0],
        _ when other.Name == "Input.Name" => $"Ana {Guid.CreateVersion7().ToString("N")[20..]}", // nobody is asked whether it is the same person
        _ when other.Name.EndsWith("Cep", StringComparison.Ordinal) => "69900-000", // of the first state in the list of states
        _ when other.Name.EndsWith("TaxId", StringComparison.Ordinal) => "529.982.247-25",
        _ when other.Name.EndsWith("CroNumber", StringComparison.Ordinal) => "12345",
        _ when other.Name.EndsWith("Cnpj", StringComparison.Ordinal) => "12.ABC.345/01DE-35",
        _ when other.IsWritten => "Bom dia",
        _ => null,
    };

    static bool IsSentence(string text) => text.Length > 0 && char.IsUpper(text[0]) && text.Contains(' ', StringComparison.Ordinal);

    /// <summary>Structured data may tell of it, as a text in which nothing can end the script.</summary>
    public static bool HasMarkup(Page page) =>
        page.Document.QuerySelector($"[{Nasty.Mark}]") is not null
        || page.Document.Scripts.Any(script => script.Text.Contains(Nasty.Mark, StringComparison.Ordinal)
            && (script.Type != "application/ld+json" || script.Text.Contains('<', StringComparison.Ordinal)));

    public override string ToString() => $"{form.Page.Path}, {field.Name} with {nasty.Name}";
}
