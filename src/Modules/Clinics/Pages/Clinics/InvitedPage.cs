using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Clinics.Rights;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>
/// A page opened from an invitation's letter, by whoever holds its link; every link that does not open is told the same. An
/// invitation is for the address it went to: a link that was passed on lets nobody else in.
/// </summary>
abstract class InvitedPage(ClinicsDb db, IFindPeople people, InvitationLink link, TimeProvider clock) : PageModel
{
    [FromRoute]
    public string Secret { get; set; } = "";

    /// <summary>Written by hand: what makes addresses would put the secret into small letters.</summary>
    public string InvitationPath => $"/consultorios/convite/{Secret}";

    /// <summary>Null, as <see cref="Invitation"/> is, when the link opens nothing.</summary>
    public Clinic? Clinic { get; private set; }
    public Invitation? Invitation { get; private set; }

    /// <summary>Whoever signs in with the invited address; null when they have no account yet.</summary>
    public KnownPerson? Invited { get; private set; }

    protected ClinicsDb Db => db;

    protected DateTime Now => clock.GetUtcNow().UtcDateTime;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await ReadAsync(context.HttpContext.RequestAborted);
        if (Instead() is { } elsewhere) context.Result = elsewhere;
        else await next();
    }

    /// <summary>Where to lead somebody this page is not for; null to go on.</summary>
    protected virtual IActionResult? Instead() => null;

    async Task ReadAsync(CancellationToken cancel)
    {
        if (link.Read(Secret) is not { } linked) return;

        var clinic = await db.Whole.SingleOrDefaultAsync(clinic => clinic.Id == linked.Clinic, cancel);
        if (clinic?.Invitations.FirstOrDefault(one => one.Id == linked.Invitation) is not { } found || !found.IsOpenedBy(linked.Sent, Now)) return;

        (Clinic, Invitation) = (clinic, found);
        Invited = await people.ByEmailAsync(found.Email, cancel);
    }
}
