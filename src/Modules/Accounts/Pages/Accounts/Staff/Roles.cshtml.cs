using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Staff;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Web;

namespace Percurso.Accounts.Pages.Accounts.Staff;

[Authorize(Policy = AccountsPermissions.ManageRoles)]
sealed class RolesModel(AccountsDb db, RoleManager<Role> roles, IAudit audit) : PageModel, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var name = Input.Name.Trim();
        if (await roles.RoleExistsAsync(name)) throw new RuleBrokenException("Já existe um papel com este nome. Abra-o na lista.");

        using (var together = Together.Begin())
        {
            await roles.CreateAsync(new Role { Name = name });
            await audit.RecordAsync(StaffActs.RoleMade, name, null, cancel);
            together.Complete();
        }

        return RedirectToPage("Role", new { name });
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Lines = await db.Set<Role>()
        .OrderBy(role => role.Name)
        .Select(role => new Line(
            role.Name!,
            db.Set<IdentityUserRole<Guid>>().Count(member => member.RoleId == role.Id),
            role.Name == Role.Administrator ? null : db.Set<IdentityRoleClaim<Guid>>().Count(claim => claim.RoleId == role.Id && claim.ClaimType == Role.PermissionClaim)))
        .ToListAsync(cancel);

    /// <param name="Name">The role's name.</param>
    /// <param name="People">How many have it.</param>
    /// <param name="Permissions">How many it gives; null for all there are.</param>
    internal sealed record Line(string Name, int People, int? Permissions);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o nome do papel.")]
        [StringLength(60, ErrorMessage = "O nome do papel passa de 60 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";
    }
}
