using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

using Percurso.Accounts.Contracts;
using Percurso.Clinics.Data;
using Percurso.Clinics.Domain;
using Percurso.Clinics.Rights;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Clinics.Pages.Clinics;

/// <summary>For the invited who have no account; everybody else is led to the invitation.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignUp)]
sealed class OpenAccountModel(ClinicsDb db, IFindPeople people, IOpenAccount account, InvitationLink link, TimeProvider clock, Words words)
    : InvitedPage(db, people, link, clock)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Clinic is not { } clinic || Invitation is not { } invitation) return ToInvitation();

        using (var together = Together.Begin())
        {
            var role = invitation.Role == MemberRole.Dentist ? "dentist" : "assistant";
            var opened = await account.OpenAsync(new(Input.Name.Trim(), invitation.Email, Input.Password, role, new(invitation.Culture)));
            clinic.Accept(invitation.Id, invitation.Sent, opened, Now);
            await Db.SaveChangesAsync(cancel);
            together.Complete();
        }

        TempData.Confirm(words["Sua conta está aberta. Entre com seu e-mail e a senha que você escolheu."]);
        return Redirect($"/entrar?voltar=/consultorios/{clinic.Id}");
    }

    protected override IActionResult? Instead() => Clinic is null || Invited is not null || User.FindAccountId() is not null ? ToInvitation() : null;

    RedirectResult ToInvitation() => Redirect(InvitationPath);

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva seu nome.")]
        [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Escreva uma senha.")]
        [StringLength(200, MinimumLength = 10, ErrorMessage = "A senha precisa ter de 10 a 200 caracteres; uma frase serve.")]
        public string Password { get; set; } = "";
    }
}
