using Microsoft.EntityFrameworkCore;

namespace Percurso.Kernel.Mail;

/// <summary>A letter as it goes out, and how far it got.</summary>
sealed class LetterRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public required string ToAddress { get; init; }
    public required string ToName { get; init; }
    public required string Culture { get; init; }
    public required string Subject { get; init; }
    public required string Html { get; set; }
    public required string Text { get; set; }

    /// <summary>What a calendar takes out of it; null for most letters.</summary>
    public string? Calendar { get; set; }

    /// <summary>The method that <see cref="Calendar"/> names.</summary>
    public string? CalendarMethod { get; init; }

    /// <summary>RFC 5322 §3.6.4, without its brackets: made once, so that a repeat is known for one.</summary>
    public required string MessageId { get; init; }
    public required DateTime WrittenAt { get; init; }

    /// <summary>The letter this one repeats, when an administrator sent it again.</summary>
    public Guid? AgainOf { get; init; }

    /// <summary>Not to be sent before; while a courier is out with it, when another may take over.</summary>
    public required DateTime NotBefore { get; set; }
    public int Attempts { get; set; }
    public DateTime? SentAt { get; set; }
    public DateTime? GivenUpAt { get; set; }

    /// <summary>The whole delivery log, oldest first.</summary>
    public List<LetterAttempt> Log { get; } = [];
}

/// <summary>One try to hand a letter over. <see cref="Error"/> is null when the server took it.</summary>
sealed class LetterAttempt
{
    public long Number { get; private set; }
    public Guid LetterId { get; private set; }
    public required DateTime At { get; init; }
    public string? Error { get; init; }
}

static class LetterTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LetterRow>(letter =>
        {
            letter.ToTable("Letter").HasKey(row => row.Id);
            letter.Property(row => row.Id).ValueGeneratedNever();
            letter.HasIndex(row => row.MessageId).IsUnique();
            letter.HasIndex(row => row.WrittenAt);
            letter.HasIndex(row => row.NotBefore, "ix_letter_waiting").HasFilter("sent_at is null and given_up_at is null");
            letter.HasMany(row => row.Log).WithOne().HasForeignKey(attempt => attempt.LetterId);
        });
        model.Entity<LetterAttempt>().ToTable("LetterAttempt").HasKey(row => row.Number);
    }
}
