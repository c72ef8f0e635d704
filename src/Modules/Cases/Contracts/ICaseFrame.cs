using System.Security.Claims;

namespace Percurso.Cases.Contracts;

/// <summary>
/// For the pages of step kinds that live in other modules: opens the case of this request, so that the layout <c>_Case</c> can stand around the page. Call
/// it first, in each handler.
/// </summary>
public interface ICaseFrame
{
    /// <summary>Null for whom the case is not there, for a step it does not have and for one that is locked: answer 404.</summary>
    Task<CaseFacts?> OpenAsync(ClaimsPrincipal person, Guid caseId, string step, CancellationToken cancel);
}
