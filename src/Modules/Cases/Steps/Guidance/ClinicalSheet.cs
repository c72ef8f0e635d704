using Percurso.Kernel.Data;
using Percurso.Kernel.Events;

namespace Percurso.Cases.Steps.Guidance;

/// <summary>The clinical sheet of a case was filled on screen, or changed there.</summary>
[FactName("cases.clinical-sheet-filled")]
sealed record ClinicalSheetFilled(Guid CaseId) : IFact;

/// <summary>What the dentist notes of the patient for one case, on screen instead of paper. Health data.</summary>
sealed class ClinicalSheet : Aggregate
{
    /// <summary>The slot for which it stands, filled on screen, as well as a file does.</summary>
    public const string Slot = "clinical-sheet";

    ClinicalSheet() { }

    public ClinicalSheet(Guid caseId) => CaseId = caseId;

    public Guid CaseId { get; private init; }

    /// <summary>By the key of the question; of a question with several answers, one a line.</summary>
    public Dictionary<string, string> Answers { get; private set; } = [];
    public Guid? FilledBy { get; private set; }
    public DateTime? FilledAt { get; private set; }

    /// <summary>Whether anything was answered at all.</summary>
    public bool Counts => Answers.Count > 0;

    public void Fill(IReadOnlyDictionary<string, string> answers, Guid by, DateTime now)
    {
        Answers = ClinicalQuestions.All.Where(question => answers.ContainsKey(question.Key)).ToDictionary(question => question.Key, question => answers[question.Key]);
        (FilledBy, FilledAt) = (by, now);
        if (Counts) Record(new ClinicalSheetFilled(CaseId));
        Changed();
    }
}
