using Percurso.Kernel;

namespace Percurso.Clinics.Domain;

/// <summary>An invitation to a clinic: whom, as what. Open until it is accepted, withdrawn, or a week old.</summary>
sealed class Invitation
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    Invitation() { }

    internal Invitation(Guid clinic, string email, MemberRole role, string culture, Guid by, DateTime now)
    {
        (ClinicId, Email, Role, Culture, InvitedBy) = (clinic, email, role, culture, by);
        SendAgain(now);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid ClinicId { get; private set; }
    /// <summary>Kept while the invitation is pending, and no longer.</summary>
    public string Email { get; private set; } = "";
    public MemberRole Role { get; private set; }

    /// <summary>The language of the letter: that of whoever invited.</summary>
    public string Culture { get; private set; } = "";
    public Guid InvitedBy { get; private set; }
    public DateTime InvitedAt { get; private set; }

    /// <summary>How often it was sent; only the newest letter's link opens it.</summary>
    public int Sent { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    public DateTime EndsAt => InvitedAt + Life;

    /// <summary>Neither accepted nor withdrawn; it may be too old.</summary>
    public bool IsPending => AcceptedAt is null && WithdrawnAt is null;

    /// <summary>The link of the letter sent that time still opens it.</summary>
    public bool IsOpenedBy(int sent, DateTime now) => IsPending && now < EndsAt && sent == Sent;

    internal void SendAgain(DateTime now)
    {
        Demand(IsPending);
        InvitedAt = now;
        Sent++;
    }

    internal void Withdraw(DateTime now)
    {
        Demand(IsPending);
        (WithdrawnAt, Email) = (now, "");
    }

    internal void Accept(int sent, DateTime now)
    {
        Demand(IsOpenedBy(sent, now));
        (AcceptedAt, Email) = (now, "");
    }

    static void Demand(bool open)
    {
        if (!open) throw new RuleBrokenException("Este convite já não vale. Peça um novo a quem convidou.");
    }
}
