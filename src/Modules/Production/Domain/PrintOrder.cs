using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Production.Contracts;

namespace Percurso.Production.Domain;

/// <summary>Something ordered to be printed and sent: what, of which material, for whom; how far it has come, on which printer and from which lot.</summary>
sealed class PrintOrder : Aggregate
{
    public const int WordsLength = 500;
    public const int CarrierLength = 60;
    public const int MostOfOne = 20;

    readonly List<OrderedPart> parts = [];
    readonly List<PrintLine> lines = [];

    PrintOrder() { }

    public string Purpose { get; private init; } = "";
    public Guid SubjectId { get; private init; }

    /// <summary>From 1 within its subject.</summary>
    public int Number { get; private init; }

    /// <summary>What people call it by.</summary>
    public string Title { get; private init; } = "";
    public string Initials { get; private init; } = "";

    /// <summary>The clinic's name, as it was.</summary>
    public string For { get; private init; } = "";
    public Guid MaterialId { get; private init; }
    public string AddressName { get; private init; } = "";
    public string FirstLine { get; private init; } = "";
    public string SecondLine { get; private init; } = "";
    public string Service { get; private init; } = "";
    public string Path { get; private init; } = "";
    public DateOnly? DueOn { get; private init; }
    public DateTime PlacedAt { get; private init; }
    public Guid PlacedBy { get; private init; }

    /// <summary>It takes the place of an earlier one.</summary>
    public bool IsAgain { get; private init; }

    public PrintState State { get; private set; }
    public DateTime MovedAt { get; private set; }
    public Guid MovedBy { get; private set; }

    /// <summary>Where and from what it was printed last.</summary>
    public Guid? PrinterId { get; private set; }

    /// <inheritdoc cref="PrinterId" />
    public Guid? LotId { get; private set; }
    public string? Carrier { get; private set; }
    public string? Tracking { get; private set; }
    public DateTime? SentAt { get; private set; }
    public DateTime? DeliveredAt { get; private set; }

    public IReadOnlyList<OrderedPart> Parts => [.. parts.OrderBy(part => part.Position)];

    /// <summary>What happened to it, in order.</summary>
    public IReadOnlyList<PrintLine> Lines => [.. lines.OrderBy(line => line.Number)];

    /// <summary>As people say it where a subject has more than one.</summary>
    public string Called => Number == 1 ? Title : $"{Title} · {Number}";

    public static PrintOrder Place(NewPrintOrder asked, int number, DateTime now)
    {
        if (asked.Parts.Count == 0) throw new RuleBrokenException("Escolha pelo menos uma peça para imprimir.");
        if (asked.Parts.Any(part => part.Quantity is < 1 or > MostOfOne)) throw new RuleBrokenException("De cada peça podem ser pedidas de 1 a 20.");

        var placed = new PrintOrder
        {
            Purpose = asked.Purpose,
            SubjectId = asked.SubjectId,
            Number = number,
            Title = asked.Title,
            Initials = asked.Initials,
            For = asked.For,
            MaterialId = asked.MaterialId,
            AddressName = asked.To.Name,
            FirstLine = asked.To.FirstLine,
            SecondLine = asked.To.SecondLine,
            Service = asked.To.Service,
            Path = asked.Path,
            DueOn = asked.DueOn,
            PlacedAt = now,
            PlacedBy = asked.PlacedBy,
            IsAgain = asked.IsAgain,
            MovedAt = now,
            MovedBy = asked.PlacedBy,
        };
        foreach (var (position, part) in asked.Parts.Index())
            placed.parts.Add(new() { OrderId = placed.Id, Position = position, Name = part.Name, FileId = part.FileId, Sha256 = part.Sha256, Quantity = part.Quantity });
        placed.Changed();
        return placed;
    }

    public void Print(PrintAct act)
    {
        Do(PrintMove.Print, PrintRole.Operator, act);
        (PrinterId, LotId) = (act.Printer!.Id, act.Lot!.Id);
    }

    public void Fail(PrintAct act) => Do(PrintMove.Fail, PrintRole.Operator, act);

    public void Finish(PrintAct act) => Do(PrintMove.Finish, PrintRole.Operator, act);

    public void Check(PrintAct act) => Do(PrintMove.Check, PrintRole.Operator, act);

    public void Pack(PrintAct act) => Do(PrintMove.Pack, PrintRole.Operator, act);

    public void Send(PrintAct act)
    {
        if (act.Tracking is { } code && !TrackingCode.IsSound(code)) throw new RuleBrokenException("O dígito de controle deste código de rastreio não confere. Confira-o na etiqueta da transportadora.");

        Do(PrintMove.Send, PrintRole.Operator, act);
        (Carrier, Tracking, SentAt) = (act.Carrier!.Trim(), act.Tracking, act.Now);
        Record(new PrintSent(Id, Purpose, SubjectId));
    }

    public void Confirm(PrintAct act)
    {
        Do(PrintMove.Confirm, PrintRole.Receiver, act);
        DeliveredAt = act.Now;
    }

    public void Complain(PrintAct act)
    {
        Do(PrintMove.Complain, PrintRole.Receiver, act);
        DeliveredAt = null;
    }

    public void Cancel(PrintAct act) => Do(PrintMove.Cancel, PrintRole.Owner, act);

    void Do(PrintMove move, PrintRole who, PrintAct act)
    {
        var to = PrintFlow.Table.Do(State, who, move, act);
        State = to;
        (MovedAt, MovedBy) = (act.Now, act.By);
        lines.Add(new()
        {
            OrderId = Id,
            Number = lines.Count + 1,
            At = act.Now,
            By = act.By,
            Move = move,
            To = to,
            PrinterId = move == PrintMove.Print ? act.Printer!.Id : null,
            LotId = move == PrintMove.Print ? act.Lot!.Id : null,
            Words = move is PrintMove.Fail or PrintMove.Complain ? act.Words!.Trim() : null,
        });
        Changed();
    }
}

/// <summary>One part of an order.</summary>
sealed class OrderedPart
{
    public required Guid OrderId { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }

    /// <summary>In Files.</summary>
    public required Guid FileId { get; init; }

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }
    public required int Quantity { get; init; }
}

/// <summary>One line of an order's history.</summary>
sealed class PrintLine
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid OrderId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required DateTime At { get; init; }
    public required Guid By { get; init; }
    public required PrintMove Move { get; init; }
    public required PrintState To { get; init; }
    public Guid? PrinterId { get; init; }
    public Guid? LotId { get; init; }
    public string? Words { get; init; }
}
