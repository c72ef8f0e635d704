using Percurso.Cases.Contracts;
using Percurso.Kernel.Flow;

using static Percurso.Cases.Domain.Party;
using static Percurso.Cases.Domain.StepMove;
using static Percurso.Cases.Domain.StepState;

namespace Percurso.Cases.Domain;

enum StepState { Locked, Open, Done }

enum StepMove { Unlock, Close, Pass, Finish, Reopen }

/// <summary>A step within its case, for the obstacles to look at.</summary>
sealed record StepInCase(Case Case, CaseStep Step);

/// <summary>The life of one step. Within an open one its kind has a table of its own.</summary>
static class StepFlow
{
    static readonly Obstacle<StepInCase> StepsBefore = new("Este passo abre quando os anteriores estiverem prontos.", one => !one.Case.IsFree(one.Step));
    static readonly Obstacle<StepInCase> CaseOver = new("Este caso foi cancelado e não anda mais.", one => one.Case.State == CaseState.Cancelled);
    static readonly Obstacle<StepInCase> PathHasGoneOn = new("O caminho já seguiu depois deste passo: um passo posterior está pronto.", one => one.Case.HasGoneOnAfter(one.Step));

#pragma warning disable format
    public static readonly Flow<StepState, Party, StepMove, StepInCase> Table = new()
    {
        //   in       who       may      leading to  unless
        {    Locked,  Site,     Unlock,  Open,       CaseOver, StepsBefore   },
        {    Open,    Site,     Close,   Locked                              },
        {    Open,    Site,     Pass,    Open,       CaseOver                },
        {    Open,    Site,     Finish,  Done,       CaseOver                },
        {    Done,    Site,     Reopen,  Open,       CaseOver, PathHasGoneOn },
    };
#pragma warning restore format
}
