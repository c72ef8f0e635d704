using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

using Percurso.Cases.Filed;
using Percurso.Cases.Rights;
using Percurso.Files.Contracts;
using Percurso.Kernel.Security;
using Percurso.Payments.Contracts;

namespace Percurso.Cases.Pages.Cases;

/// <summary>
/// All that is kept of a case, as one ZIP: for dentists of the clinic their part, for the company all. Which files went out with it is written down.
/// </summary>
[Authorize]
sealed class CaseFileModel(CaseFrame frame, IEnumerable<ICaseFilePart> parts, IOriginals originals, CaseReaders readers, IPermissions permissions) : CasePage(frame)
{
    protected override Task<bool> IsForReaderAsync(CancellationToken cancel) => readers.MayTakeAwayAsync(User, Reader, Case, cancel);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var reader = new FileReader(Reader, !Reader.IsCompany || (await permissions.OfAsync(User)).Contains(PaymentsPermissions.SeeCharges));
        var pieces = new List<ZipPiece>();
        foreach (var part in parts) pieces.AddRange(await part.OfAsync(Case, reader, cancel));
        await originals.HandZipAsync(HttpContext, $"{Case.Number}.zip", pieces, "sha256.txt");
        return new EmptyResult();
    }
}
