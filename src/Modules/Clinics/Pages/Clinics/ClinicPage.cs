using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel.Security;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>
/// A page of one clinic. For whoever does not work there it is not there, read anew at each request; a member who may not do
/// what the page is for is refused.
/// </summary>
abstract class ClinicPage(ClinicsDb db) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public Clinic Clinic { get; private set; } = null!;

    /// <summary>Who is asking.</summary>
    public Member Me { get; private set; } = null!;

    protected ClinicsDb Db => db;

    /// <summary>What one must be allowed to do to open this page.</summary>
    protected virtual ClinicAct Needs => ClinicAct.Prepare;

    /// <summary>Whether what the rest of the address names is in this clinic.</summary>
    protected virtual bool IsThere => true;

    public bool May(ClinicAct act) => ClinicRules.Table.Allows(act, Me);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        if (User.FindAccountId() is not { } account
            || await db.Whole.SingleOrDefaultAsync(clinic => clinic.Id == Id && clinic.Members.Any(member => member.AccountId == account), cancel) is not { } clinic)
        {
            context.Result = NotFound();
            return;
        }

        (Clinic, Me) = (clinic, clinic.MemberOf(account)!);
        if (!IsThere) context.Result = NotFound();
        else if (!May(Needs)) context.Result = Forbid();
        else await next();
    }
}
