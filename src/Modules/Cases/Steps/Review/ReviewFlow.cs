using Percurso.Cases.Steps.Signing;
using Percurso.Kernel.Flow;

using static Percurso.Cases.Steps.Review.ReviewMove;
using static Percurso.Cases.Steps.Review.ReviewRole;
using static Percurso.Cases.Steps.Review.ReviewState;

namespace Percurso.Cases.Steps.Review;

/// <summary>Where the plan of one step stands.</summary>
enum ReviewState
{
    /// <summary>A version is being made.</summary>
    Draft,

    /// <summary>Somebody else of the company looks at it.</summary>
    InReview,

    /// <summary>The dentist looks at it.</summary>
    Awaiting,
    Approved,
}

enum ReviewRole { Planner, Reviewer, Dentist }

enum ReviewMove { Submit, Return, Release, Recall, RequestChanges, Approve, TakeBack, Fetch }

/// <summary>A move that somebody wants to make, for the obstacles to look at.</summary>
/// <param name="Review">The plan.</param>
/// <param name="By">Who.</param>
sealed record ReviewAct(PlanReview Review, Guid By)
{
    /// <summary>What they write with it.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the version has a mesh, and all of them can be shown.</summary>
    public bool HasModel { get; init; } = true;

    /// <summary>Whether the version has its report.</summary>
    public bool HasReport { get; init; } = true;

    /// <summary>Who signs and what they read; null where nobody has shown again that it is they.</summary>
    public Signature? Signed { get; init; }

    /// <summary>Whether the version is still what was submitted, to the byte.</summary>
    public bool IsWhole { get; init; } = true;
    public int OpenComments { get; init; }

    /// <summary>Lines of the checklist that nobody has ticked.</summary>
    public int Unchecked { get; init; }

    /// <summary>Whether authors may release their own work: a company of one planner.</summary>
    public bool OwnWorkAllowed { get; init; }

    /// <summary>Whether something was begun that rests on the approval.</summary>
    public bool PathHasGoneOn { get; init; }
}

/// <summary>The life of a plan in one step, from the planner's desk to the dentist's approval.</summary>
static class ReviewFlow
{
    static readonly Obstacle<ReviewAct> NoModel = new("Envie pelo menos uma malha e espere que todas estejam prontas.", act => !act.HasModel);
    static readonly Obstacle<ReviewAct> NoReport = new("Envie o relatório desta versão em PDF e espere que esteja conferido.", act => act.Review.HasDownloads && !act.HasReport);
    static readonly Obstacle<ReviewAct> NoReason = new("Escreva por que a versão volta: quem planejou lê isto.", act => string.IsNullOrWhiteSpace(act.Reason));
    static readonly Obstacle<ReviewAct> OwnWork = new("Quem planejou não confere o próprio trabalho. Outra pessoa precisa liberar esta versão.", act => !act.OwnWorkAllowed && act.By == act.Review.AuthorId);
    static readonly Obstacle<ReviewAct> NotChecked = new("Marque cada item da conferência antes de liberar.", act => act.Unchecked > 0);
    static readonly Obstacle<ReviewAct> AlreadyOpened = new("O dentista já abriu esta versão. Ela não pode mais ser recolhida; escreva a ele.", act => act.Review.OpenedAt is not null);
    static readonly Obstacle<ReviewAct> NoRequest = new("Escreva o que deve mudar, ou comente no modelo.", act => string.IsNullOrWhiteSpace(act.Reason) && act.OpenComments == 0);
    static readonly Obstacle<ReviewAct> OpenComments = new("Há comentários abertos. Resolva cada um antes de aprovar, ou peça mudanças.", act => act.OpenComments > 0);
    static readonly Obstacle<ReviewAct> Altered = new("O que está guardado não é mais o que foi enviado. Nada pode ser aprovado; fale com a empresa.", act => !act.IsWhole);
    static readonly Obstacle<ReviewAct> NotSigned = new("Leia a declaração e confirme que é você antes de aprovar.", act => act.Review.HasDownloads && act.Signed is null);
    static readonly Obstacle<ReviewAct> NoDownloads = new("Este passo não tem arquivos para baixar.", act => !act.Review.HasDownloads);
    static readonly Obstacle<ReviewAct> NotWhole = new("O que está guardado não é mais o que foi enviado. Nada é entregue; fale com a empresa.", act => !act.IsWhole);
    static readonly Obstacle<ReviewAct> Fetched = new("Os arquivos aprovados já foram baixados. A aprovação não pode mais ser retirada; fale com a empresa.", act => act.Review.FetchedAt is not null);
    static readonly Obstacle<ReviewAct> PathHasGoneOn = new("O caminho já seguiu depois da aprovação. Fale com a empresa se algo precisa mudar.", act => act.PathHasGoneOn);

#pragma warning disable format
    public static readonly Flow<ReviewState, ReviewRole, ReviewMove, ReviewAct> Table = new()
    {
        //   in         who        may              leading to  unless
        {    Draft,     Planner,   Submit,          InReview,   NoModel, NoReport                },
        {    InReview,  Reviewer,  Return,          Draft,      NoReason                         },
        {    InReview,  Reviewer,  Release,         Awaiting,   OwnWork, NotChecked              },
        {    Awaiting,  Planner,   Recall,          Draft,      AlreadyOpened                    },
        {    Awaiting,  Dentist,   RequestChanges,  Draft,      NoRequest                        },
        {    Awaiting,  Dentist,   Approve,         Approved,   OpenComments, NotSigned, Altered },
        {    Approved,  Dentist,   TakeBack,        Awaiting,   PathHasGoneOn, Fetched           },
        {    Approved,  Dentist,   Fetch,           Approved,   NoDownloads, NotWhole            },
    };
#pragma warning restore format
}
