using Percurso.Cases.Contracts;
using Percurso.Kernel.Flow;

using static Percurso.Cases.Contracts.CaseState;
using static Percurso.Cases.Domain.CaseMove;
using static Percurso.Cases.Domain.Party;

namespace Percurso.Cases.Domain;

/// <summary>Who acts on a case.</summary>
enum Party
{
    /// <summary>The dentist, another of the clinic, or an assistant.</summary>
    Dentist,

    /// <summary>The company's staff.</summary>
    Company,

    /// <summary>The site itself: the clock, a notice from outside, the last step done.</summary>
    Site,
}

enum CaseMove { Hold, Answer, Release, Pause, Resume, Cancel, Finish, Reopen }

/// <summary>The life of a case as a whole. Its steps walk by <see cref="StepFlow"/>.</summary>
static class CaseFlow
{
    static readonly Obstacle<Case> StepsLeft = new("Ainda há passos por fazer.", one => !one.IsThrough);

#pragma warning disable format
    public static readonly Flow<CaseState, Party, CaseMove, Case> Table = new()
    {
        //   in         who       may      leading to  unless
        {    Walking,   Company,  Hold,    OnHold               },
        {    OnHold,    Dentist,  Answer,  Answered             },
        {    OnHold,    Company,  Release, Walking              },
        {    Answered,  Company,  Release, Walking              },
        {    Answered,  Company,  Hold,    OnHold               },
        {    Walking,   Dentist,  Pause,   Paused               },
        {    Paused,    Dentist,  Resume,  Walking              },
        {    Paused,    Site,     Resume,  Walking              },
        {    Walking,   Dentist,  Cancel,  Cancelled            },
        {    Walking,   Company,  Cancel,  Cancelled            },
        {    OnHold,    Dentist,  Cancel,  Cancelled            },
        {    OnHold,    Company,  Cancel,  Cancelled            },
        {    Answered,  Dentist,  Cancel,  Cancelled            },
        {    Answered,  Company,  Cancel,  Cancelled            },
        {    Paused,    Dentist,  Cancel,  Cancelled            },
        {    Paused,    Company,  Cancel,  Cancelled            },
        {    Walking,   Site,     Finish,  Finished,   StepsLeft },
        {    OnHold,    Site,     Finish,  Finished,   StepsLeft },
        {    Answered,  Site,     Finish,  Finished,   StepsLeft },
        {    Paused,    Site,     Finish,  Finished,   StepsLeft },
        {    Finished,  Site,     Reopen,  Walking              },
    };
#pragma warning restore format
}
