using System.ComponentModel.DataAnnotations;
using System.Globalization;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Kernel;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

[Authorize]
sealed class InviteModel(ClinicsDb db, IFindPeople people, TimeProvider clock, Words words) : ClinicPage(db)
{
    /// <summary>Only the form that invites has it, so it is bound by that form's handler and not by all.</summary>
    public Form Input { get; } = new();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public IEnumerable<SelectListItem> RolesToChoose =>
    [
        new(words["Assistente: prepara os casos e não aprova"], nameof(MemberRole.Assistant)),
        new(words["Dentista: responde pelos casos, convida e desliga pessoas"], nameof(MemberRole.Dentist)),
    ];

    protected override ClinicAct Needs => ClinicAct.ManagePeople;

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] Form input, CancellationToken cancel)
    {
        var email = input.Email.Trim();
        if (await people.ByEmailAsync(email, cancel) is { } known && Clinic.MemberOf(known.Id) is not null)
            throw new RuleBrokenException("Esta pessoa já trabalha neste consultório.");

        Clinic.Invite(email, input.Role, CultureInfo.CurrentUICulture.Name, Me.AccountId, Now);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O convite foi enviado para {0}.", email]);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostSendAgainAsync(Guid invitation, CancellationToken cancel)
    {
        Clinic.SendAgain(invitation, Me.AccountId, Now);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O convite foi enviado de novo; só o endereço da nova carta vale."]);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation, CancellationToken cancel)
    {
        Clinic.Withdraw(invitation, Me.AccountId, Now);
        await Db.SaveChangesAsync(cancel);
        TempData.Confirm(words["O convite foi retirado; o endereço da carta já não abre."]);
        return RedirectToPage(new { Id });
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o e-mail da pessoa.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(254, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";

        public MemberRole Role { get; set; } = MemberRole.Assistant;
    }
}
