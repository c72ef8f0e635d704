using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

using Percurso.Accounts.Contracts;
using Percurso.Accounts.Domain;
using Percurso.Accounts.Staff;

namespace Percurso.Accounts.Pages.Accounts.Staff;

[Authorize(Policy = AccountsPermissions.SeeAs)]
sealed class SeeAsModel(UserManager<Account> accounts, SeeAs seeAs) : OnePersonPage(accounts)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await seeAs.BeginAsync(User, Account, Input.Reason, cancel);
        return Redirect("/inicio");
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o motivo: ele fica na auditoria.")]
        [StringLength(200, ErrorMessage = "O motivo passa de 200 letras. Escreva-o mais curto.")]
        public string Reason { get; set; } = "";
    }
}
