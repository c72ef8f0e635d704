using Percurso.Clinics.Contracts;
using Percurso.Clinics.Domain;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Clinics;

public sealed class ClinicRulesTests
{
    static readonly DateTime Now = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    static readonly Guid Lucia = Guid.CreateVersion7();
    static readonly Guid Otavio = Guid.CreateVersion7();
    static readonly Guid Tiago = Guid.CreateVersion7();

    readonly Clinic clinic = Clinic.Found("Clínica Moraes", null, Lucia, Now);

    public ClinicRulesTests()
    {
        clinic.Welcome(Otavio, MemberRole.Dentist, Now);
        clinic.Welcome(Tiago, MemberRole.Assistant, Now);
    }

    [Fact]
    public void The_specification_prints_the_table_as_it_is() =>
        Assert.Contains(ClinicRules.Table.Print(), File.ReadAllText(Repository.At("docs", "spec", "clinics.md")), StringComparison.Ordinal);

    [Fact]
    public void Every_act_stands_in_the_table_once() =>
        Assert.Equal(Enum.GetValues<ClinicAct>().Order(), ClinicRules.Table.Select(row => row.Act).Order());

    [Theory]
    [InlineData(ClinicAct.Approve)]
    [InlineData(ClinicAct.AcceptRisk)]
    public void Only_the_responsible_dentist_approves_and_accepts_a_risk(ClinicAct act)
    {
        Assert.True(May(Lucia, act, responsible: Lucia));
        Assert.False(May(Otavio, act, responsible: Lucia));
        Assert.False(May(Tiago, act, responsible: Lucia));
    }

    [Fact]
    public void Where_nobody_is_responsible_nobody_approves() =>
        Assert.DoesNotContain(clinic.Members, member => ClinicRules.Table.Allows(ClinicAct.Approve, member));

    [Fact]
    public void An_assistant_who_is_named_responsible_approves_nothing() => Assert.False(May(Tiago, ClinicAct.Approve, responsible: Tiago));

    [Theory]
    [InlineData(ClinicAct.Prepare)]
    [InlineData(ClinicAct.Pay)]
    [InlineData(ClinicAct.Book)]
    public void An_assistant_prepares_pays_and_books(ClinicAct act) => Assert.True(May(Tiago, act));

    [Theory]
    [InlineData(ClinicAct.ManagePeople)]
    [InlineData(ClinicAct.RemoveAddresses)]
    [InlineData(ClinicAct.ChangeClinic)]
    [InlineData(ClinicAct.AskForChanges)]
    [InlineData(ClinicAct.Order)]
    public void What_a_dentist_answers_for_is_no_assistants(ClinicAct act)
    {
        Assert.True(May(Otavio, act));
        Assert.False(May(Tiago, act));
    }

    bool May(Guid account, ClinicAct act, Guid? responsible = null) => ClinicRules.Table.Allows(act, clinic.MemberOf(account)!, responsible);
}
