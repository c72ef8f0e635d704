using System.Reflection;

using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Meeting;
using Percurso.Cases.Steps.Printing;
using Percurso.Cases.Steps.Review;
using Percurso.Domain.Tests.Payments;
using Percurso.Domain.Tests.Production;
using Percurso.Kernel.Flow;
using Percurso.Payments.Domain;
using Percurso.Production.Domain;

namespace Percurso.Domain.Tests.Cases;

/// <summary>While it runs the tables are wrong, so nothing else may.</summary>
[CollectionDefinition("altered flows", DisableParallelization = true)]
public sealed class AlteredFlows;

/// <summary>Drops, redirects or bares one row of a table at a time, and demands that some walk notices. Seeds are fixed: what is found once is found again.</summary>
[Collection("altered flows")]
public sealed class AlteredFlowTests
{
    [Fact]
    public void No_row_of_the_cases_table_can_be_altered_unnoticed() =>
        Assert.Empty(Unnoticed(CaseFlow.Table, Enum.GetValues<Percurso.Cases.Contracts.CaseState>(), WalkACase));

    [Fact]
    public void No_row_of_the_steps_table_can_be_altered_unnoticed() => Assert.Empty(Unnoticed(StepFlow.Table, Enum.GetValues<StepState>(), WalkACase));

    [Fact]
    public void No_row_of_the_plans_table_can_be_altered_unnoticed() =>
        Assert.Empty(Unnoticed(ReviewFlow.Table, Enum.GetValues<ReviewState>(), seed => ReviewWalkTests.Walk(seed)));

    [Fact]
    public void No_row_of_the_meetings_table_can_be_altered_unnoticed() =>
        Assert.Empty(Unnoticed(MeetingFlow.Table, Enum.GetValues<MeetingState>(), seed => MeetingWalkTests.Walk(seed)));

    [Fact]
    public void No_row_of_the_printings_table_can_be_altered_unnoticed() =>
        Assert.Empty(Unnoticed(PrintingFlow.Table, Enum.GetValues<PrintingState>(), seed => PrintingWalkTests.Walk(seed)));

    [Fact]
    public void No_row_of_the_print_queues_table_can_be_altered_unnoticed() =>
        Assert.Empty(Unnoticed(PrintFlow.Table, Enum.GetValues<Percurso.Production.Contracts.PrintState>(), seed => PrintWalkTests.Walk(seed)));

    [Fact]
    public void No_row_of_the_charges_table_can_be_altered_unnoticed() =>
        Assert.Empty(Unnoticed(ChargeFlow.Table, Enum.GetValues<Percurso.Payments.Contracts.ChargeState>(), seed => ChargeWalkTests.Go(seed)));

    static List<string> Unnoticed<TState, TRole, TMove, TSubject>(Flow<TState, TRole, TMove, TSubject> table, TState[] states, Action<int> walk)
        where TState : struct, Enum
        where TRole : struct, Enum
        where TMove : struct, Enum
    {
        var rows = (List<Flow<TState, TRole, TMove, TSubject>.Row>)typeof(Flow<TState, TRole, TMove, TSubject>)
            .GetField("rows", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(table)!;
        var unnoticed = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var elsewhere = row with { LeadingTo = states.First(state => !state.Equals(row.LeadingTo) && !state.Equals(row.In)) };
            Try($"{row.In}, {row.Who}, {row.May} dropped", () => rows.RemoveAt(i), () => rows.Insert(i, row));
            Try($"{row.In}, {row.Who}, {row.May} leads to {elsewhere.LeadingTo}", () => rows[i] = elsewhere, () => rows[i] = row);
            foreach (var obstacle in row.Unless.Where(obstacle => !IsOnlyAPrecaution(obstacle.Words)))
                Try($"{row.In}, {row.Who}, {row.May} without “{obstacle.Words}”", () => rows[i] = row with { Unless = [.. row.Unless.Where(one => one != obstacle)] }, () => rows[i] = row);
        }

        return unnoticed;

        void Try(string what, Action alter, Action mend)
        {
            alter();
            try
            {
                if (!IsNoticed(walk)) unnoticed.Add(what);
            }
            finally
            {
                mend();
            }
        }
    }

    /// <summary>A case is finished by itself, and only ever when all is done; the table says it once more.</summary>
    static bool IsOnlyAPrecaution(string words) => words == "Ainda há passos por fazer.";

    static void WalkACase(int seed)
    {
        var random = new Random(seed);
        AnyWalkTests.Walk([.. Enumerable.Range(0, 60).Select(_ => random.Next(100_001))]);
    }

    static bool IsNoticed(Action<int> walk)
    {
        for (var seed = 1; seed <= 6000; seed++)
        {
            try
            {
                walk(seed);
            }
            catch (Exception noticed) when (noticed is not OutOfMemoryException)
            {
                return true;
            }
        }

        return false;
    }
}
