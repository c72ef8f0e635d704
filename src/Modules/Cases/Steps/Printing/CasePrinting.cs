using Percurso.Cases.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Steps.Printing;

/// <summary>The printing of one step of one case: what was asked for, whether it is paid, which order production works on, what went wrong. The order itself is Production's.</summary>
sealed class CasePrinting : Aggregate
{
    public const int WordsLength = 1000;

    readonly List<PrintingLine> lines = [];

    CasePrinting() { }

    public CasePrinting(Guid caseId, string step) => (CaseId, Step) = (caseId, step);

    public Guid CaseId { get; private init; }
    public string Step { get; private init; } = "";
    public PrintingState State { get; private set; }

    /// <summary>What was asked for last; null before.</summary>
    public PrintWish? Wish { get; private set; }

    /// <summary>What is to be paid first; null where nothing is. In Payments.</summary>
    public Guid? ChargeId { get; private set; }

    /// <summary>The order production works on, or worked on last; null before. In Production.</summary>
    public Guid? OrderId { get; private set; }

    /// <summary>It is made again; who pays stands in the history.</summary>
    public bool IsRemake { get; private set; }

    /// <summary>What was paid for printing in step 2 became credit, so that it does not count for a later order.</summary>
    public bool IsCredited { get; private set; }

    /// <summary>What the dentist said had happened, until it is settled.</summary>
    public RemakeCause? Cause { get; private set; }

    /// <summary>How many orders were made so far: each charge has a key of its own.</summary>
    public int Asked { get; private set; }

    /// <summary>What happened to it, in order.</summary>
    public IReadOnlyList<PrintingLine> Lines => [.. lines.OrderBy(line => line.Number)];

    /// <summary>Whether nothing is left to do in the step.</summary>
    public bool IsDone => State is PrintingState.Received or PrintingState.OwnPrint or PrintingState.Replanned;

    public Turn Turn => State switch
    {
        PrintingState.Choosing or PrintingState.Unpaid or PrintingState.Sent => Turn.Dentist,
        PrintingState.Making or PrintingState.Troubled => Turn.Company,
        _ => Turn.Nobody,
    };

    /// <param name="act">By a dentist.</param>
    /// <param name="wish">What is printed, of which material, and where it goes.</param>
    public void Order(PrintingAct act, PrintWish wish)
    {
        Do(PrintingMove.Order, PrintingRole.Dentist, act with { Pieces = wish.Pieces, HasAddress = wish.AddressId is not null });
        (Wish, ChargeId, IsRemake, Cause) = (wish, null, false, null);
        Asked++;
    }

    /// <summary>A difference is to be paid before production begins.</summary>
    public void Owe(Guid charge)
    {
        ChargeId = charge;
        Changed();
    }

    public void PrintOwn(PrintingAct act) => Do(PrintingMove.PrintOwn, PrintingRole.Dentist, act);

    public void Withdraw(PrintingAct act)
    {
        Do(PrintingMove.Withdraw, PrintingRole.Dentist, act);
        ChargeId = null;
    }

    /// <summary>What was paid before for printing and freight is the clinic's credit now.</summary>
    public void Credit()
    {
        IsCredited = true;
        Changed();
    }

    /// <param name="act">Of the site: nothing is left to be paid.</param>
    /// <param name="order">In Production.</param>
    public void Begin(PrintingAct act, Guid order)
    {
        Do(PrintingMove.Begin, PrintingRole.Site, act);
        (OrderId, ChargeId) = (order, null);
    }

    public void Send(PrintingAct act) => Do(PrintingMove.Send, PrintingRole.Site, act);

    public void Confirm(PrintingAct act)
    {
        Do(PrintingMove.Confirm, PrintingRole.Dentist, act);
        Cause = null;
    }

    public void Complain(PrintingAct act)
    {
        Do(PrintingMove.Complain, PrintingRole.Dentist, act);
        Cause = act.Cause;
    }

    public void Answer(PrintingAct act)
    {
        Do(PrintingMove.Answer, PrintingRole.Company, act);
        (Cause, ChargeId) = (null, null);
    }

    /// <summary>The same, once more.</summary>
    public void Remake(PrintingAct act)
    {
        Do(PrintingMove.Remake, PrintingRole.Company, act);
        (IsRemake, Cause) = (true, null);
        Asked++;
    }

    /// <summary>Another plan, in a case of its own.</summary>
    public void Replan(PrintingAct act)
    {
        Do(PrintingMove.Replan, PrintingRole.Company, act);
        Cause = null;
    }

    void Do(PrintingMove move, PrintingRole who, PrintingAct act)
    {
        if (act.Words is { Length: > WordsLength }) throw new RuleBrokenException("O texto passa de 1.000 letras. Escreva-o mais curto.");

        State = PrintingFlow.Table.Do(State, who, move, act);
        lines.Add(new()
        {
            PrintingId = Id,
            Number = lines.Count + 1,
            At = act.Now,
            By = act.By,
            Move = move,
            Words = string.IsNullOrWhiteSpace(act.Words) ? null : act.Words.Trim(),
            Cause = act.Cause,
            Payer = act.Payer,
        });
        Changed();
    }
}
