using Percurso.Clinics.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Data;

namespace Percurso.Clinics.Domain;

/// <summary>
/// A clinic, or a person's own practice: those who work there, those who are invited, and where deliveries go. It keeps at
/// least one dentist. Each verb asks <see cref="ClinicRules"/> whether this member may.
/// </summary>
sealed class Clinic : Aggregate
{
    readonly List<Member> members = [];
    readonly List<Invitation> invitations = [];
    readonly List<Address> addresses = [];

    Clinic() { }

    public string Name { get; private set; } = "";

    /// <summary>Null for a person's own practice. No proof of anything, and so not unique: whoever comes second is no liar.</summary>
    public Cnpj? Cnpj { get; private set; }
    public DateTime FoundedAt { get; private set; }

    /// <summary>The address that deliveries go to; null only where there is none.</summary>
    public Guid? DeliveryId { get; private set; }

    public IReadOnlyList<Member> Members => members;
    public IReadOnlyList<Invitation> Invitations => invitations;
    public IReadOnlyList<Address> Addresses => addresses;

    public static Clinic Found(string name, Cnpj? cnpj, Guid dentist, DateTime now)
    {
        var clinic = new Clinic { Name = name, Cnpj = cnpj, FoundedAt = now };
        clinic.Welcome(dentist, MemberRole.Dentist, now);
        return clinic;
    }

    public Member? MemberOf(Guid account) => members.Find(member => member.AccountId == account);

    public void Rename(string name, Cnpj? cnpj, Guid by)
    {
        Demand(by, ClinicAct.ChangeClinic);
        (Name, Cnpj) = (name, cnpj);
        Changed();
    }

    public void Invite(string email, MemberRole role, string culture, Guid by, DateTime now)
    {
        Demand(by, ClinicAct.ManagePeople);
        if (invitations.Exists(one => one.IsPending && string.Equals(one.Email, email, StringComparison.OrdinalIgnoreCase)))
            throw new RuleBrokenException("Já há um convite para este e-mail. Envie-o de novo na lista, ou retire-o antes.");

        var invitation = new Invitation(Id, email, role, culture, by, now);
        invitations.Add(invitation);
        Tell(new MemberInvited(Id, invitation.Id));
    }

    public void SendAgain(Guid invitation, Guid by, DateTime now)
    {
        Demand(by, ClinicAct.ManagePeople);
        Invited(invitation).SendAgain(now);
        Tell(new MemberInvited(Id, invitation));
    }

    public void Withdraw(Guid invitation, Guid by, DateTime now)
    {
        Demand(by, ClinicAct.ManagePeople);
        Invited(invitation).Withdraw(now);
        Changed();
    }

    public void Accept(Guid invitation, int sent, Guid account, DateTime now)
    {
        var accepted = Invited(invitation);
        if (MemberOf(account) is not null) throw new RuleBrokenException("Você já trabalha neste consultório.");

        accepted.Accept(sent, now);
        Welcome(account, accepted.Role, now);
        Record(new MemberJoined(Id, account));
    }

    /// <summary>Takes somebody in without an invitation: the founder, and those whom a recipe brings.</summary>
    public void Welcome(Guid account, MemberRole role, DateTime now)
    {
        members.Add(new(Id, account, role, now));
        Changed();
    }

    public void Dismiss(Guid account, Guid by)
    {
        Demand(by, ClinicAct.ManagePeople);
        if (account == by) throw new RuleBrokenException("Ninguém se desliga a si mesmo. Para ir embora, use “Sair do consultório”.");

        Part(account);
        Record(new MemberDismissed(Id, account));
    }

    public void Leave(Guid account) => Part(account);

    /// <summary>Whose account was erased works nowhere; a clinic left without a dentist stays, closed to all, with what the law keeps of it.</summary>
    public void Forget(Guid account)
    {
        members.RemoveAll(member => member.AccountId == account);
        Changed();
    }

    public Address AddAddress(Place place, Guid by)
    {
        Demand(by, ClinicAct.ManageAddresses);
        if (addresses.Count >= 20) throw new RuleBrokenException("Um consultório guarda até 20 endereços. Remova um que já não usa.");

        var address = new Address(Id, place);
        addresses.Add(address);
        DeliveryId ??= address.Id;
        Changed();
        return address;
    }

    public void ChangeAddress(Guid address, Place place, Guid by)
    {
        Demand(by, ClinicAct.ManageAddresses);
        Known(address).Change(place);
        Changed();
    }

    public void ChooseDelivery(Guid address, Guid by)
    {
        Demand(by, ClinicAct.ManageAddresses);
        DeliveryId = Known(address).Id;
        Changed();
    }

    /// <summary>When deliveries went there, they go to the first of the others.</summary>
    public void RemoveAddress(Guid address, Guid by)
    {
        Demand(by, ClinicAct.RemoveAddresses);
        addresses.Remove(Known(address));
        if (DeliveryId == address) DeliveryId = addresses.FirstOrDefault()?.Id;
        Changed();
    }

    void Part(Guid account)
    {
        var member = MemberOf(account) ?? throw new RuleBrokenException("Esta pessoa já não trabalha neste consultório.");
        if (member.Role == MemberRole.Dentist && members.Count(one => one.Role == MemberRole.Dentist) == 1)
            throw new RuleBrokenException("O consultório precisa de pelo menos um dentista. Convide outro antes.");

        members.Remove(member);
        Changed();
    }

    void Tell(MemberInvited fact)
    {
        Record(fact);
        Changed();
    }

    void Demand(Guid by, ClinicAct act)
    {
        if (MemberOf(by) is not { } member || !ClinicRules.Table.Allows(act, member))
            throw new RuleBrokenException("Só um dentista do consultório pode fazer isto. Peça a um deles.");
    }

    Invitation Invited(Guid id) =>
        invitations.Find(one => one.Id == id) ?? throw new RuleBrokenException("Este convite já não vale. Peça um novo a quem convidou.");

    Address Known(Guid id) =>
        addresses.Find(one => one.Id == id) ?? throw new RuleBrokenException("Este endereço já foi removido.");
}
