namespace Percurso.Files.Checks;

/// <summary>
/// One thing that can be wrong with a file, in the one sentence that says so. In the sentence <c>{0}</c> is the number found, <c>{1}</c> the limit
/// it passed, <c>{2}</c> and on are texts out of the file.
/// </summary>
/// <param name="Key">As it is stored and as <c>docs/spec/checks.md</c> names it.</param>
/// <param name="Words">In Portuguese, the key of its translations.</param>
/// <param name="Limit">What holds unless a slot says otherwise; without one the finding's level is the check's own.</param>
sealed record Rule(string Key, string Words, Limit? Limit = null)
{
    /// <summary>The sentence tells of a person: not for logs, nor for those who may not see the patient's name.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>What is measured and in which unit, for whoever edits the limit; in Portuguese, a key of the translations. Null where nobody may.</summary>
    public string? Measures { get; init; }

    /// <summary>Beyond the refusal the program itself has no room: administrators may lower it and not raise it.</summary>
    public bool IsCeiling { get; init; }
}
