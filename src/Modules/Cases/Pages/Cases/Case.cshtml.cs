using Microsoft.AspNetCore.Authorization;

namespace Percurso.Cases.Pages.Cases;

/// <summary>The case at a glance.</summary>
[Authorize]
sealed class CaseModel(CaseFrame frame) : CasePage(frame);
