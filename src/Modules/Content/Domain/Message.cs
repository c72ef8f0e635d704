using Percurso.Content.Contracts;
using Percurso.Kernel.Data;

namespace Percurso.Content.Domain;

/// <summary>What a visitor wrote to the company through the contact form.</summary>
sealed class Message : Aggregate
{
    public const int NameLength = 120;
    public const int EmailLength = 254;
    public const int TextLength = 5000;

    Message() { }

    public Message(string name, string email, string text, string culture, DateTime now)
    {
        Name = name;
        Email = email;
        Text = text;
        Culture = culture;
        LeftAt = now;
        Record(new MessageLeft(Id));
    }

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>The language the visitor read the page in, for the confirmation.</summary>
    public string Culture { get; private set; } = "";
    public DateTime LeftAt { get; private set; }
    public DateTime? ReadAt { get; private set; }

    /// <summary>Somebody of the company has seen it; the first time counts.</summary>
    public void Read(DateTime now)
    {
        if (ReadAt is not null) return;

        ReadAt = now;
        Changed();
    }
}
