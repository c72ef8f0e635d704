using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Data;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Staff;
using Percurso.Kernel.Security;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Staff;

[Authorize(Policy = AccountsPermissions.ManagePeople)]
sealed class InviteModel(AccountsDb db, UserManager<Account> accounts, IAudit audit, TimeProvider clock, Words words) : PageModel, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public static IEnumerable<SelectListItem> Cultures => Translations.Cultures.Select(culture => new SelectListItem(culture.NativeName, culture.Name));

    public Task OnGetAsync(CancellationToken cancel) => ShowAgainAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await accounts.FindByEmailAsync(Input.Email.Trim()) is not null)
            throw new RuleBrokenException("Já existe uma pessoa com este e-mail. Abra a ficha dela e dê os papéis ali.");

        var known = await KnownRolesAsync(cancel);
        var culture = Translations.Cultures.FirstOrDefault(one => one.Name == Input.Culture) ?? Translations.Cultures[0];
        var by = User.AccountId();
        var invitation = new Invitation(Input.Name.Trim(), Input.Email.Trim(), culture.Name, Input.Roles.Intersect(known), by, clock.GetUtcNow().UtcDateTime);
        using (var together = Together.Begin())
        {
            db.Add(invitation);
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(StaffActs.Invited, $"{invitation.Id}", new Dictionary<string, string> { ["roles"] = string.Join(", ", invitation.Roles) }, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O convite foi enviado para {0}.", Input.Email.Trim()]);
        return RedirectToPage("People");
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Roles = await KnownRolesAsync(cancel);

    Task<List<string>> KnownRolesAsync(CancellationToken cancel) => db.Set<Role>().OrderBy(role => role.Name).Select(role => role.Name!).ToListAsync(cancel);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o nome da pessoa.")]
        [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Escreva o e-mail da pessoa.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(254, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";

        public string Culture { get; set; } = "pt-BR";

        public List<string> Roles { get; set; } = [];
    }
}
