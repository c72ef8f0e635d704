using Percurso.Cases.Domain;
using Percurso.Kernel.Flow;

using static Percurso.Cases.Domain.Party;
using static Percurso.Cases.Steps.Intake.ItemMove;
using static Percurso.Cases.Steps.Intake.ItemState;

namespace Percurso.Cases.Steps.Intake;

/// <summary>Where one item of a case stands.</summary>
enum ItemState
{
    Missing,

    /// <summary>A model is on its way by post.</summary>
    Shipped,

    /// <summary>It is there; the company has not looked yet.</summary>
    In,
    Accepted,

    /// <summary>The company wants another.</summary>
    Returned,

    /// <summary>The dentist says why this case needs none.</summary>
    NotNeeded,
}

enum ItemMove { Arrive, Ship, Receive, Waive, Want, Accept, Return, Lose }

/// <summary>
/// The life of one item. A file arrives when the checks let it pass, or somebody took the risk they named; it is lost when it is
/// taken out and no other stands for the item.
/// </summary>
static class IntakeFlow
{
    static readonly Obstacle<IntakeItem> OnlyFiles = new("Este item só chega como arquivo.", item => !item.TakesPhysical);

#pragma warning disable format
    public static readonly Flow<ItemState, Party, ItemMove, IntakeItem> Table = new()
    {
        //   in          who       may      leading to  unless
        {    Missing,    Site,     Arrive,  In                     },
        {    Missing,    Dentist,  Ship,    Shipped,    OnlyFiles  },
        {    Missing,    Dentist,  Waive,   NotNeeded              },
        {    Missing,    Site,     Waive,   NotNeeded              },
        {    Shipped,    Company,  Receive, In                     },
        {    Shipped,    Site,     Arrive,  In                     },
        {    Shipped,    Dentist,  Want,    Missing                },
        {    In,         Company,  Accept,  Accepted               },
        {    In,         Company,  Return,  Returned               },
        {    In,         Site,     Arrive,  In                     },
        {    In,         Site,     Lose,    Missing                },
        {    Accepted,   Company,  Return,  Returned               },
        {    Accepted,   Site,     Arrive,  In                     },
        {    Accepted,   Site,     Lose,    Missing                },
        {    Returned,   Site,     Arrive,  In                     },
        {    Returned,   Site,     Lose,    Missing                },
        {    Returned,   Dentist,  Ship,    Shipped,    OnlyFiles  },
        {    Returned,   Dentist,  Waive,   NotNeeded              },
        {    NotNeeded,  Site,     Arrive,  In                     },
        {    NotNeeded,  Dentist,  Want,    Missing                },
        {    NotNeeded,  Company,  Return,  Returned               },
    };
#pragma warning restore format
}
