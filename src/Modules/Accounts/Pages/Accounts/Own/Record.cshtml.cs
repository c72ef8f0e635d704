using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Accounts.Domain;
using Percurso.Accounts.Security;
using Percurso.Kernel.Brazil;
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

    /// <summary>Where somebody was who is asked to complete the record first.</summary>
    [BindProperty(Name = "voltar", SupportsGet = true)]
    public string? Back { get; set; }

    public IReadOnlyList<string> Missing { get; private set; } = [];

    public static IEnumerable<SelectListItem> Cultures => Translations.Cultures.Select(culture => new SelectListItem(culture.NativeName, culture.Name));

    public IEnumerable<SelectListItem> Ufs => [new(words["Escolha"], ""), .. Uf.All.Select(uf => new SelectListItem($"{uf} · {uf.Name}", uf.Value))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var me = await accounts.MeAsync(User);
        Input = new()
        {
            Name = me.Name,
            Phone = me.PhoneNumber,
            TaxId = Cpf.TryParse(me.TaxId, out var cpf) ? cpf.ToString() : Cnpj.TryParse(me.TaxId, out var cnpj) ? cnpj.ToString() : null,
            Culture = me.Culture,
        };
        if (Cro.TryParse(me.Cro, out var cro)) (Input.CroNumber, Input.CroUf) = (cro.Number, cro.Uf.Value);
    }

    public async Task ShowAgainAsync(CancellationToken cancel) => Missing = (await accounts.MeAsync(User)).Missing();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var me = await accounts.MeAsync(User);
        if (Read() is not var (taxId, cro)) return Refused();

        me.Name = Input.Name.Trim();
        me.PhoneNumber = Input.Phone?.Trim();
        me.TaxId = taxId;
        me.Cro = cro;
        me.Culture = (Translations.Cultures.FirstOrDefault(culture => culture.Name == Input.Culture) ?? Translations.Cultures[0]).Name;
        await accounts.UpdateAsync(me);
        await entrance.RefreshSignInAsync(me);
        TempData.Confirm(words["O cadastro foi salvo."]);
        return Back is not null && Url.IsLocalUrl(Back) ? Redirect(Back) : RedirectToPage();
    }

    /// <summary>The identifiers as they are kept; null when one is wrong, which is then said beside its field.</summary>
    (string? TaxId, string? Cro)? Read()
    {
        string? taxId = null, cro = null;
        if (!string.IsNullOrWhiteSpace(Input.TaxId))
            if (Cpf.TryParse(Input.TaxId, out var cpf)) taxId = cpf.Value;
            else if (Cnpj.TryParse(Input.TaxId, out var cnpj)) taxId = cnpj.Value;
            else ModelState.AddModelError("Input.TaxId", words["Este número não confere. Um CPF tem onze números; um CNPJ, catorze números ou letras. Copie-o do documento."]);

        if (!string.IsNullOrWhiteSpace(Input.CroNumber) || !string.IsNullOrWhiteSpace(Input.CroUf))
            if (Cro.TryParse($"{Input.CroUf} {Input.CroNumber}", out var found)) cro = found.Value;
            else ModelState.AddModelError("Input.CroNumber", words["Este CRO não está completo. Escreva o número e escolha a UF."]);

        return ModelState.IsValid ? (taxId, cro) : null;
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva seu nome.")]
        [StringLength(Account.NameLength, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [StringLength(Account.PhoneLength, ErrorMessage = "O telefone passa de 30 sinais. Confira o que foi colado.")]
        [RegularExpression(@"[\s+()./\p{Pd}]*([0-9][\s+()./\p{Pd}]*){8,15}", ErrorMessage = "O telefone precisa de 8 a 15 números, com o DDD: (11) 98765-4321.")]
        public string? Phone { get; set; }

        [StringLength(30, ErrorMessage = "O CPF ou CNPJ é mais curto. Confira o que foi colado.")]
        public string? TaxId { get; set; }

        [StringLength(12, ErrorMessage = "O número do CRO é mais curto. Confira o que foi colado.")]
        public string? CroNumber { get; set; }

        [StringLength(2, ErrorMessage = "Escolha uma UF da lista.")]
        public string? CroUf { get; set; }

        public string? Culture { get; set; }
    }
}
