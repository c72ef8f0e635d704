using Percurso.Cases.Contracts;
using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Cases.Domain;

/// <summary>
/// One surgery of one patient, planned together: what is asked for, and how far it has walked on its pathway. This file: how it
/// is opened and what it is called; beside it, how it walks (<c>Case.Steps.cs</c>) and how it stands still (<c>Case.Holds.cs</c>).
/// </summary>
sealed partial class Case : Aggregate
{
    public const int NicknameLength = 60;
    public const int ReasonLength = 1000;

    readonly List<CaseStep> steps = [];
    readonly List<CaseEvent> newEvents = [];

    Case() { }

    /// <summary>The year it was opened in and its number in that year, 2026-0042.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The dentist's own name for it: in letters, so never the patient's.</summary>
    public string? Nickname { get; private set; }
    public Guid ClinicId { get; private set; }
    public Guid PatientId { get; private set; }

    /// <summary>A copy from Patients, kept up to date, so that lists can be searched in one table.</summary>
    public string PatientName { get; private set; } = "";

    /// <summary>Patient, number and nickname without accents, for searching; the database writes it.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The account of the responsible dentist.</summary>
    public Guid DentistId { get; private set; }
    public Guid? PlannerId { get; private set; }
    public Guid PathwayId { get; private set; }

    /// <summary>The first case, where this one remakes it with another plan; who pays that.</summary>
    public Guid? RemakeOf { get; private init; }

    /// <inheritdoc cref="RemakeOf" />
    public RemakePayer? RemakePayer { get; private init; }
    public Prescription Prescription { get; private set; } = null!;

    /// <summary>Of the prescription, where lists can sort by it.</summary>
    public DateOnly? SurgeryOn { get; private set; }
    public DateTime OpenedAt { get; private set; }
    public Guid OpenedBy { get; private set; }
    public CaseState State { get; private set; }

    /// <summary>In the pathway's order.</summary>
    public IReadOnlyList<CaseStep> Steps => [.. steps.OrderBy(step => step.Position)];

    /// <summary>What has happened since it was loaded; what happened before is read only by those who show it.</summary>
    public IReadOnlyList<CaseEvent> NewEvents => newEvents;

    /// <summary>How many lines its history has.</summary>
    public int EventCount { get; private set; }

    /// <summary>The step where it stands: the first that is open, else the first that waits to be; the last when it is through.</summary>
    public string StepKey { get; private set; } = "";

    /// <summary>Whose act the case as a whole awaits. One side has it, or nobody.</summary>
    public Turn Turn { get; private set; }

    /// <summary>Since when it is so, in this step.</summary>
    public DateTime TurnSince { get; private set; }

    /// <summary>How often the one whose turn it is was reminded.</summary>
    public int Reminded { get; private set; }

    public static Case Open(NewCase asked, Pathway pathway, DateTime now)
    {
        Demand(asked.Prescription);
        var opened = new Case
        {
            Number = asked.Number,
            Nickname = asked.Nickname,
            ClinicId = asked.ClinicId,
            PatientId = asked.PatientId,
            PatientName = asked.PatientName,
            DentistId = asked.DentistId,
            PathwayId = pathway.Id,
            Prescription = asked.Prescription,
            SurgeryOn = asked.Prescription.SurgeryOn,
            OpenedAt = now,
            OpenedBy = asked.By,
            RemakeOf = asked.RemakeOf,
            RemakePayer = asked.RemakePayer,
        };
        for (var i = 0; i < pathway.Steps.Count; i++) opened.steps.Add(new(opened.Id, pathway.Steps[i], i, pathway.NeedsOf(i)));

        opened.Happen(Happening.Opened, asked.ByCompany ? Party.Company : Party.Dentist, asked.By, now);
        opened.Record(new CaseOpened(opened.Id));
        opened.Settle(now);
        opened.Changed();
        return opened;
    }

    /// <summary>Changes what is asked for. What that costs or gives back is settled by whoever keeps the money, who hears of it.</summary>
    public void Prescribe(Prescription prescription, Party who, Guid by, DateTime now)
    {
        DemandGoingOn();
        if (IsThrough) throw new RuleBrokenException("Todos os passos deste caso estão prontos; o pedido já não muda. Abra um novo caso.");
        Demand(prescription);

        (Prescription, SurgeryOn) = (prescription, prescription.SurgeryOn);
        Happen(Happening.Prescribed, who, by, now);
        Record(new PrescriptionChanged(Id));
        Changed();
    }

    public void Name(string? nickname, Guid by, DateTime now)
    {
        if (nickname == Nickname) return;

        Nickname = nickname;
        Happen(Happening.Named, Party.Dentist, by, now);
        Changed();
    }

    public void CallPatient(string name)
    {
        PatientName = name;
        Changed();
    }

    /// <summary>Somebody of the company plans it from now on; null for nobody.</summary>
    public void Assign(Guid? planner, Guid by, DateTime now)
    {
        DemandGoingOn();
        PlannerId = planner;
        Happen(Happening.Assigned, Party.Company, by, now, to: planner?.ToString());
        Changed();
    }

    /// <summary>A message, or something said elsewhere, has come: the history says that it did, not what it says.</summary>
    /// <param name="what">What has come.</param>
    /// <param name="who">From which side.</param>
    /// <param name="by">The person.</param>
    /// <param name="now">UTC.</param>
    /// <param name="to">The number of another case that it leads to.</param>
    public void Note(Happening what, Party who, Guid by, DateTime now, string? to = null)
    {
        Happen(what, who, by, now, to: to);
        Changed();
    }

    public CaseFacts AsFacts() => new(Id, Number, Nickname, ClinicId, PatientId, DentistId, PlannerId, Prescription, State, OpenedAt) { RemakeOf = RemakeOf, RemakePayer = RemakePayer };

    static void Demand(Prescription asked)
    {
        if (asked.Implants.FirstOrDefault(one => !Fdi.IsTooth(one.Tooth)) is { } wrong) throw new RuleBrokenException("{0} não é um dente na notação FDI.", wrong.Tooth);
        if (asked.Implants.DistinctBy(one => one.Tooth).Count() != asked.Implants.Count) throw new RuleBrokenException("O mesmo dente aparece duas vezes. Deixe um implante por dente.");
        if (asked.Implants.Count == 0) throw new RuleBrokenException("Marque no odontograma pelo menos um dente.");
    }

    void DemandGoingOn()
    {
        if (State == CaseState.Cancelled) throw new RuleBrokenException("Este caso foi cancelado e não anda mais.");
    }

    void Happen(Happening what, Party who, Guid? by, DateTime now, string? step = null, string? from = null, string? to = null, string? words = null, Turn? turn = null) =>
        newEvents.Add(new()
        {
            CaseId = Id,
            At = now,
            Number = ++EventCount,
            By = by,
            Who = who,
            What = what,
            Step = step,
            From = from,
            To = to,
            Words = words,
            Turn = turn,
        });
}

/// <summary>What is needed to open a case.</summary>
sealed record NewCase(
    string Number, string? Nickname, Guid ClinicId, Guid PatientId, string PatientName, Guid DentistId,
    Prescription Prescription, Guid By, bool ByCompany)
{
    public Guid? RemakeOf { get; init; }

    public RemakePayer? RemakePayer { get; init; }
}
