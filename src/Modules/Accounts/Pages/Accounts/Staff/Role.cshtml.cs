using System.Security.Claims;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Staff;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Staff;

[Authorize(Policy = AccountsPermissions.ManageRoles)]
sealed class RoleModel(RoleManager<Role> roles, IEnumerable<Permission> permissions, IAudit audit, Words words) : PageModel
{
    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty]
    public List<string> Permissions { get; set; } = [];

    public IEnumerable<Permission> All => permissions.OrderBy(permission => permission.Name, StringComparer.Ordinal);

    public bool MayEverything => Name == Role.Administrator;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await roles.FindByNameAsync(Name) is not { } role) return NotFound();

        Permissions = [.. (await GrantedAsync(role)).Select(claim => claim.Value)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await roles.FindByNameAsync(Name) is not { } role) return NotFound();
        if (MayEverything) throw new RuleBrokenException("Este papel pode tudo e não se muda.");

        var wanted = Permissions.Intersect(permissions.Select(permission => permission.Name)).ToHashSet();
        var granted = await GrantedAsync(role);
        using (var together = Together.Begin())
        {
            foreach (var taken in granted.Where(claim => !wanted.Contains(claim.Value))) await roles.RemoveClaimAsync(role, taken);
            foreach (var given in wanted.Except(granted.Select(claim => claim.Value))) await roles.AddClaimAsync(role, new Claim(Role.PermissionClaim, given));
            await audit.RecordAsync(StaffActs.PermissionsSet, Name, new Dictionary<string, string> { ["permissions"] = string.Join(", ", wanted.Order(StringComparer.Ordinal)) }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["As permissões foram salvas e já valem."]);
        return RedirectToPage(new { name = Name });
    }

    async Task<List<Claim>> GrantedAsync(Role role) => [.. (await roles.GetClaimsAsync(role)).Where(claim => claim.Type == Role.PermissionClaim)];
}
