using Percurso.Kernel.Data;

namespace Percurso.Cases.Steps.Guidance;

/// <summary>What the dentist notes of the patient for one case, on screen instead of paper. Health data.</summary>
sealed class ClinicalSheet : Aggregate
{
    ClinicalSheet() { }

    public ClinicalSheet(Guid caseId) => CaseId = caseId;

    public Guid CaseId { get; private init; }

    /// <summary>By the key of the question; of a question with several answers, one a line.</summary>
    public Dictionary<string, string> Answers { get; private set; } = [];
    public Guid? FilledBy { get; private set; }
    public DateTime? FilledAt { get; private set; }

    public void Fill(IReadOnlyDictionary<string, string> answers, Guid by, DateTime now)
    {
        Answers = ClinicalQuestions.All.Where(question => answers.ContainsKey(question.Key)).ToDictionary(question => question.Key, question => answers[question.Key]);
        (FilledBy, FilledAt) = (by, now);
        Changed();
    }
}
