using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Intake;
using Percurso.Cases.Steps.Meeting;
using Percurso.Cases.Steps.Printing;
using Percurso.Cases.Steps.Review;
using Percurso.Kernel.Flow;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Cases;

public sealed class FlowsInSpecTests
{
    static readonly string page = File.ReadAllText(Repository.At("docs", "spec", "cases.md"));

    [Fact]
    public void The_specification_prints_the_cases_table_as_it_is() => Assert.Contains(CaseFlow.Table.Table(), page, StringComparison.Ordinal);

    [Fact]
    public void The_specification_prints_the_steps_table_as_it_is() => Assert.Contains(StepFlow.Table.Table(), page, StringComparison.Ordinal);

    [Fact]
    public void The_specification_prints_the_items_table_as_it_is() => Assert.Contains(IntakeFlow.Table.Table(), page, StringComparison.Ordinal);

    [Fact]
    public void The_specification_prints_the_plans_table_as_it_is() => Assert.Contains(ReviewFlow.Table.Table(), page, StringComparison.Ordinal);

    [Fact]
    public void The_specification_prints_the_meetings_table_as_it_is() => Assert.Contains(MeetingFlow.Table.Table(), page, StringComparison.Ordinal);

    [Fact]
    public void The_specification_prints_the_printings_table_as_it_is() => Assert.Contains(PrintingFlow.Table.Table(), page, StringComparison.Ordinal);
}
