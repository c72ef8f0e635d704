using Percurso.Clinics.Domain;
using Percurso.Kernel;
using Percurso.Kernel.Brazil;

namespace Percurso.Domain.Tests.Clinics;

public sealed class ClinicTests
{
    static readonly DateTime Now = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    static readonly Guid Lucia = Guid.CreateVersion7();
    static readonly Guid Tiago = Guid.CreateVersion7();
    static readonly Guid Nobody = Guid.CreateVersion7();

    readonly Clinic clinic = Clinic.Found("Clínica Moraes", null, Lucia, Now);

    public ClinicTests() => clinic.Welcome(Tiago, MemberRole.Assistant, Now);

    [Fact]
    public void Whoever_founds_a_clinic_is_its_dentist() => Assert.Equal(MemberRole.Dentist, clinic.MemberOf(Lucia)!.Role);

    [Fact]
    public void The_last_dentist_cannot_leave()
    {
        Refused("pelo menos um dentista", () => clinic.Leave(Lucia));
        Assert.NotNull(clinic.MemberOf(Lucia));
    }

    [Fact]
    public void Of_two_dentists_one_may_leave_and_the_other_then_may_not()
    {
        clinic.Welcome(Nobody, MemberRole.Dentist, Now);

        clinic.Leave(Lucia);

        Refused("pelo menos um dentista", () => clinic.Leave(Nobody));
    }

    [Fact]
    public void An_assistant_neither_invites_nor_dismisses_nor_removes()
    {
        var address = clinic.AddAddress(Reception, Tiago);

        Refused("Só um dentista", () => clinic.Invite("ana@exemplo.com.br", MemberRole.Assistant, "pt-BR", Tiago, Now));
        Refused("Só um dentista", () => clinic.Dismiss(Lucia, Tiago));
        Refused("Só um dentista", () => clinic.RemoveAddress(address.Id, Tiago));
        Refused("Só um dentista", () => clinic.Rename("Outra", null, Tiago));
    }

    [Fact]
    public void Somebody_from_elsewhere_may_nothing()
    {
        Refused("Só um dentista", () => clinic.AddAddress(Reception, Nobody));
        Refused("Só um dentista", () => clinic.Rename("Outra", null, Nobody));
    }

    [Fact]
    public void Nobody_dismisses_themselves() => Refused("Ninguém se desliga", () => clinic.Dismiss(Lucia, Lucia));

    [Fact]
    public void An_address_has_one_open_invitation()
    {
        clinic.Invite("ana@exemplo.com.br", MemberRole.Assistant, "pt-BR", Lucia, Now);

        Refused("Já há um convite", () => clinic.Invite("ANA@exemplo.com.br", MemberRole.Dentist, "pt-BR", Lucia, Now));

        clinic.Withdraw(clinic.Invitations[0].Id, Lucia, Now);
        clinic.Invite("ana@exemplo.com.br", MemberRole.Dentist, "pt-BR", Lucia, Now);
    }

    [Fact]
    public void An_invitation_is_accepted_once_within_a_week_by_the_newest_letter()
    {
        clinic.Invite("ana@exemplo.com.br", MemberRole.Assistant, "pt-BR", Lucia, Now);
        var invitation = clinic.Invitations[0];
        clinic.SendAgain(invitation.Id, Lucia, Now);

        Refused("já não vale", () => clinic.Accept(invitation.Id, sent: 1, Nobody, Now));
        Refused("já não vale", () => clinic.Accept(invitation.Id, sent: 2, Nobody, Now.AddDays(7)));
        clinic.Accept(invitation.Id, sent: 2, Nobody, Now.AddDays(6));

        clinic.Leave(Nobody);
        Refused("já não vale", () => clinic.Accept(invitation.Id, sent: 2, Nobody, Now.AddDays(6)));
    }

    [Fact]
    public void Deliveries_go_to_the_first_address_until_another_is_chosen_or_it_is_removed()
    {
        var (first, second, third) = (clinic.AddAddress(Reception, Lucia), clinic.AddAddress(Reception, Lucia), clinic.AddAddress(Reception, Lucia));
        Assert.Equal(first.Id, clinic.DeliveryId);

        clinic.ChooseDelivery(third.Id, Tiago);
        clinic.RemoveAddress(third.Id, Lucia);
        Assert.Equal(first.Id, clinic.DeliveryId);

        clinic.RemoveAddress(first.Id, Lucia);
        Assert.Equal(second.Id, clinic.DeliveryId);
        clinic.RemoveAddress(second.Id, Lucia);
        Assert.Null(clinic.DeliveryId);
    }

    static Place Reception => new("Recepção", Cep.Parse("01310-100"), "Avenida Paulista", "1000", null, "Bela Vista", "São Paulo", Uf.Parse("SP"));

    static void Refused(string words, Action act) =>
        Assert.Contains(words, Assert.Throws<RuleBrokenException>(act).Message, StringComparison.Ordinal);
}
