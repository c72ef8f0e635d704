namespace Percurso.Files.Checks;

/// <summary>
/// One thing that can be wrong with a file, in the one sentence that says so. In the sentence <c>{0}</c> is the number found, <c>{1}</c> the limit
/// it passed, <c>{2}</c> and on are texts out of the file.
/// </summary>
/// <param name="Key">As it is stored and as <c>docs/spec/checks.md</c> names it.</param>
/// <param name="Words">In Portuguese, the key of its translations.</param>
/// <param name="Limit">What the company's administrators may change; without one the finding's level is the check's own.</param>
sealed record Rule(string Key, string Words, Limit? Limit = null)
{
    /// <summary>The sentence tells of a person: not for logs, nor for those who may not see the patient's name.</summary>
    public bool IsPersonal { get; init; }
}
