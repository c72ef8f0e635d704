using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Payments.Contracts;
using Percurso.Payments.Data;

namespace Percurso.Payments.Pages.Finance;

/// <summary>The receipt of a payment confirmed by hand, as a download: it came from outside.</summary>
[Authorize(Policy = PaymentsPermissions.HandleCharges)]
sealed class ProofModel(PaymentsDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await db.Proofs.AsNoTracking().SingleOrDefaultAsync(proof => proof.ChargeId == id, cancel) is { } proof
            ? File(proof.Content, proof.ContentType, proof.FileName)
            : NotFound();
}
