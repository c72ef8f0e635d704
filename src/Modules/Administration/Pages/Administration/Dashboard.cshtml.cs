using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Administration.Contracts;

namespace Percurso.Administration.Pages.Administration;

[Authorize(Policy = AdministrationPermissions.Enter)]
sealed class DashboardModel : PageModel;
