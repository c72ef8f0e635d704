using Percurso.Kernel;
using Percurso.Kernel.Flow;

namespace Percurso.Domain.Tests.Flow;

/// <summary>A small path, to try the table with: a draft is handed in, accepted or returned.</summary>
public sealed class FlowTests
{
    enum State { Draft, Triage, Planning }

    enum Role { Dentist, Planner }

    enum Move { Submit, Return, Accept }

    sealed record Paper(int Scans);

    static readonly Obstacle<Paper> NoScan = new("Anexe pelo menos um escaneamento.", paper => paper.Scans == 0);

#pragma warning disable format
    static readonly Flow<State, Role, Move, Paper> Table = new()
    {
        //   in        who       may       leading to   unless
        {    State.Draft,   Role.Dentist, Move.Submit, State.Triage,   NoScan },
        {    State.Triage,  Role.Planner, Move.Return, State.Draft            },
        {    State.Triage,  Role.Planner, Move.Accept, State.Planning         },
    };
#pragma warning restore format

    [Fact]
    public void What_the_table_lists_happens() =>
        Assert.Equal(State.Triage, Table.Do(State.Draft, Role.Dentist, Move.Submit, new Paper(1)));

    [Fact]
    public void What_the_table_does_not_list_is_refused_whatever_the_state_role_and_move()
    {
        (State, Role, Move)[] listed = [(State.Draft, Role.Dentist, Move.Submit), (State.Triage, Role.Planner, Move.Return), (State.Triage, Role.Planner, Move.Accept)];
        var all = from state in Enum.GetValues<State>() from role in Enum.GetValues<Role>() from move in Enum.GetValues<Move>() select (state, role, move);

        foreach (var (state, role, move) in all.Except(listed))
            Assert.Throws<RuleBrokenException>(() => Table.Do(state, role, move, new Paper(1)));
    }

    [Fact]
    public void An_obstacle_refuses_in_its_own_words()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => Table.Do(State.Draft, Role.Dentist, Move.Submit, new Paper(0)));
        Assert.Equal("Anexe pelo menos um escaneamento.", refusal.Words);
    }

    [Fact]
    public void A_person_is_offered_what_the_table_lists_for_them() =>
        Assert.Equal([Move.Return, Move.Accept], Table.Offered(State.Triage, Role.Planner).Select(row => row.May));

    [Fact]
    public void The_same_line_cannot_stand_twice()
    {
        var table = new Flow<State, Role, Move, Paper> { { State.Draft, Role.Dentist, Move.Submit, State.Triage } };
        Assert.Throws<ArgumentException>(() => table.Add(State.Draft, Role.Dentist, Move.Submit, State.Planning));
    }

    [Fact]
    public void The_specification_prints_the_table_and_draws_it()
    {
        Assert.Contains("| Draft | Dentist | Submit | Triage | Anexe pelo menos um escaneamento. |", Table.Table(), StringComparison.Ordinal);
        Assert.Contains("Triage --> Draft: Return (Planner)", Table.Diagram(), StringComparison.Ordinal);
    }
}
