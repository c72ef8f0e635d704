using System.Globalization;

using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Intake;
using Percurso.Files.Contracts;
using Percurso.Kernel.Localization;

namespace Percurso.Cases.Filed;

/// <summary>All files that were sent, every version, and what the checks said of each; for the company also who had them.</summary>
sealed class IntakePart(IFiles files, IAccessLog accesses, Names names, Words words) : ICaseFilePart
{
    public async Task<IReadOnlyList<ZipPiece>> OfAsync(Case one, FileReader reader, CancellationToken cancel)
    {
        var all = (await files.OfAsync(CaseFiles.CasePurpose, one.Id, cancel)).Where(file => file.IsHere).ToList();
        var read = reader.IsCompany ? await accesses.OfAsync(CaseFiles.CasePurpose, one.Id, cancel) : [];
        var name = await names.OfAsync([.. all.Select(file => file.SentBy), .. read.Select(line => (Guid?)line.Account), .. read.Select(line => line.SeenBy)], cancel);
        var called = all.ToDictionary(file => file.Id, file => $"arquivos/{HandedName.Of(one.Number, file.Slot, file.Number, file.Name)}");
        return
        [
            .. all.Select(file => new ZipPiece(called[file.Id], new(file.Id, file.Sha256, called[file.Id]))),
            .. Pieces.Sheet("arquivos.csv", [words["Arquivo"], words["Enviado (UTC)"], words["Quem"], words["Bytes"], "SHA-256", words["O que a conferência disse"], words["Quem responde pelo risco"]],
                all.Select(file => new[]
                {
                    called[file.Id], Pieces.Time(file.SentAt), file.SentThrough ?? name(file.SentBy), file.Length.ToString(CultureInfo.InvariantCulture), file.Sha256,
                    string.Join(" ", file.Findings), file.RiskName ?? "",
                })),
            .. Pieces.Sheet("acessos.csv", [words["Quando (UTC)"], words["Quem"], words["Visto por"], words["Arquivo"], words["Como"], words["Endereço de rede"]],
                read.Select(line => new[] { Pieces.Time(line.At), name(line.Account), line.SeenBy is null ? "" : name(line.SeenBy), called.GetValueOrDefault(line.FileId) ?? $"{line.FileId}", line.Kind, line.Address ?? "" })),
        ];
    }
}
