using Percurso.Accounts.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Accounts.Domain;

/// <summary>An invitation to the staff: who, with which roles. Open until it is accepted, withdrawn, or a week old.</summary>
sealed class Invitation : Aggregate
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    Invitation() { }

    public Invitation(string name, string email, string culture, IEnumerable<string> roles, Guid by, DateTime now)
    {
        (Name, Email, Culture, Roles) = (name, email, culture, [.. roles]);
        if (Roles.Count == 0) throw new RuleBrokenException("Escolha pelo menos um papel.");

        InvitedBy = by;
        Send(now);
    }

    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public string Culture { get; private set; } = "";
    public List<string> Roles { get; private set; } = [];
    public Guid InvitedBy { get; private set; }
    public DateTime InvitedAt { get; private set; }

    /// <summary>How often it was sent; only the newest letter's link opens it.</summary>
    public int Sent { get; private set; }
    public DateTime? AcceptedAt { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }

    public DateTime EndsAt => InvitedAt + Life;

    public bool IsOpen(DateTime now) => AcceptedAt is null && WithdrawnAt is null && now < EndsAt;

    /// <summary>The link of the letter sent that time still opens it.</summary>
    public bool IsOpenedBy(int sent, DateTime now) => IsOpen(now) && sent == Sent;

    public void SendAgain(DateTime now)
    {
        Demand(AcceptedAt is null && WithdrawnAt is null);
        Send(now);
    }

    public void Withdraw(DateTime now)
    {
        Demand(AcceptedAt is null && WithdrawnAt is null);
        WithdrawnAt = now;
        Changed();
    }

    public void Accept(int sent, DateTime now)
    {
        Demand(IsOpenedBy(sent, now));
        AcceptedAt = now;
        Changed();
    }

    void Send(DateTime now)
    {
        InvitedAt = now;
        Sent++;
        Changed();
        Record(new StaffInvited(Id));
    }

    static void Demand(bool open)
    {
        if (!open) throw new RuleBrokenException("Este convite já não vale. Peça um novo a quem convidou.");
    }
}
