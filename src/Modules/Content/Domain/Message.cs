using Percurso.Content.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Content.Domain;

/// <summary>What a visitor wrote to the company through the contact form.</summary>
sealed class Message : Aggregate
{
    public const int NameLength = 120;
    public const int EmailLength = 254;
    public const int TextLength = 5000;

    /// <summary>How long the company keeps what visitors wrote, as its privacy policy says.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(2 * 365);

    Message() { }

    public Message(string name, string email, string text, string culture, DateTime now, bool isSpam = false)
    {
        Name = name;
        Email = email;
        Text = text;
        Culture = culture;
        LeftAt = now;
        if (isSpam) SpamAt = now;
        else Record(new MessageLeft(Id));
    }

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>The language the visitor read the page in, for the confirmation.</summary>
    public string Culture { get; private set; } = "";
    public DateTime LeftAt { get; private set; }
    public DateTime? ReadAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }

    /// <summary>What the visitor was answered last.</summary>
    public string? Answer { get; private set; }

    /// <summary>Nobody's question: a program wrote it, or somebody of the company said so.</summary>
    public DateTime? SpamAt { get; private set; }

    /// <summary>Somebody of the company has seen it; the first time counts.</summary>
    public void Read(DateTime now)
    {
        if (ReadAt is not null) return;

        ReadAt = now;
        Changed();
    }

    /// <exception cref="RuleBrokenException">It was put aside as spam.</exception>
    public void Reply(string answer, Guid by, DateTime now)
    {
        if (SpamAt is not null) throw new RuleBrokenException("Esta mensagem está marcada como spam. Desmarque-a antes de responder.");

        (Answer, AnsweredBy, AnsweredAt) = (answer, by, now);
        ReadAt ??= now;
        Changed();
    }

    public void PutAside(DateTime now)
    {
        SpamAt ??= now;
        Changed();
    }

    public void TakeBack()
    {
        SpamAt = null;
        Changed();
    }
}
