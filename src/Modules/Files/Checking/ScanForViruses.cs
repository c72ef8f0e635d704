using Microsoft.Extensions.Configuration;

using Percurso.Files.Checks;
using Percurso.Files.Domain;
using Percurso.Files.Uploads;

namespace Percurso.Files.Checking;

/// <summary>Has clamd look at a file before the checks read it, where <c>Files:ClamAv</c> says where clamd is.</summary>
sealed class ScanForViruses(IConfiguration configuration, Contents contents)
{
    /// <returns>What it found; null for nothing, or where there is no scanner.</returns>
    /// <exception cref="ScannerAwayException">There is one, and it does not answer: nobody has looked.</exception>
    public async Task<Finding?> LookAsync(StoredFile file, CancellationToken cancel)
    {
        if (configuration["Files:ClamAv"] is not { Length: > 0 } address || file.Length == 0) return null;

        await using var content = await contents.OpenAsync(file.UploadId, cancel);
        return await new ClamAv(address).AskAsync(content, cancel) switch
        {
            ScanAnswer.Infected => new(VirusRules.Found.Key, Level.Refused, null, null, []),
            ScanAnswer.TooLarge => new(VirusRules.TooLarge.Key, Level.AtRisk, null, null, []),
            _ => null,
        };
    }

    /// <summary>The verdict with what the scanner found, the heaviest first.</summary>
    public static Verdict Add(Finding? threat, Verdict verdict) =>
        threat is null ? verdict : verdict with { Findings = [.. verdict.Findings.Append(threat).OrderByDescending(finding => finding.Level)] };
}
