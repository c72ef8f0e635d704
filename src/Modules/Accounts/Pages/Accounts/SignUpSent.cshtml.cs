using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Percurso.Accounts.Pages.Accounts;

[AllowAnonymous]
sealed class SignUpSentModel : PageModel;
