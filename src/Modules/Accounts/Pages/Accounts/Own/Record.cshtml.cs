using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Accounts.Pages.Accounts.Own;

/// <summary>The person's record. It may be filled little by little; what is written must be right.</summary>
[Authorize]
sealed class RecordModel(UserManager<Account> accounts, Entrance entrance, Words words) : OwnPage, IShowAgain
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public static IEnumerable<SelectListItem> Cultures => Translations.Cultures.Select(culture => new SelectListItem(culture.NativeName, culture.Name));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var me = await accounts.MeAsync(User);
        Input = new()
        {
            Name = me.Name,
            Phone = me.PhoneNumber,
            Culture = me.Culture,
        };
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Missing = (await accounts.MeAsync(User)).Missing();

    public async Task<IActionResult> OnPostAsync()
    {
        var me = await accounts.MeAsync(User);
        me.Name = Input.Name.Trim();
        me.PhoneNumber = Input.Phone?.Trim();
        me.Culture = (Translations.Cultures.FirstOrDefault(culture => culture.Name == Input.Culture) ?? Translations.Cultures[0]).Name;
        await accounts.UpdateAsync(me);
        await entrance.RefreshSignInAsync(me);
        TempData.Confirm(words["O cadastro foi salvo."]);
        return RedirectToPage();
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva seu nome.")]
        [StringLength(Account.NameLength, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [StringLength(Account.PhoneLength, ErrorMessage = "O telefone passa de 30 sinais. Confira o que foi colado.")]
        [RegularExpression(@"[\s+()./\p{Pd}]*([0-9][\s+()./\p{Pd}]*){8,15}", ErrorMessage = "O telefone precisa de 8 a 15 números, com o DDD: (11) 98765-4321.")]
        public string? Phone { get; set; }

        public string? Culture { get; set; }
    }
}
