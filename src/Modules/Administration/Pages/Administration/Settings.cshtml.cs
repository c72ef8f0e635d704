using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Administration.Contracts;
using Percurso.Administration.Mail;
using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Settings;
using Percurso.Kernel.Web;
using Percurso.Theme.Contracts;

namespace Percurso.Administration.Pages.Administration;

[Authorize(Policy = AdministrationPermissions.Settings)]
sealed class SettingsModel(ISettings settings, IAudit audit, IPost post, PublicUrl url, MailRoute route, Words words) : PageModel
{
    /// <summary>Brazil's, from Noronha to Acre.</summary>
    static readonly Dictionary<string, string> zones = new()
    {
        ["America/Noronha"] = "Fernando de Noronha",
        ["America/Sao_Paulo"] = "São Paulo",
        ["America/Bahia"] = "Bahia",
        ["America/Fortaleza"] = "Fortaleza",
        ["America/Belem"] = "Belém",
        ["America/Manaus"] = "Manaus",
        ["America/Cuiaba"] = "Cuiabá",
        ["America/Porto_Velho"] = "Porto Velho",
        ["America/Rio_Branco"] = "Rio Branco",
    };

    /// <summary>Bound by the one handler that takes it: the trial letter's form has none of it.</summary>
    public Form Input { get; private set; } = new();

    public MailRoute Route => route;

    public static IEnumerable<SelectListItem> TimeZones => zones.Select(zone => new SelectListItem(zone.Value, zone.Key));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var company = await CompanyAsync(cancel);
        Input = new()
        {
            SiteName = company.SiteName,
            LegalName = company.LegalName,
            Cnpj = company.Cnpj,
            Phone = company.Phone,
            Address = company.Address,
            ContactEmail = company.ContactEmail,
            TimeZone = company.TimeZone,
            English = company.Languages.Contains("en"),
        };
    }

    public async Task<IActionResult> OnPostAsync(Form input, CancellationToken cancel)
    {
        Input = input;
        if (!zones.ContainsKey(Input.TimeZone)) throw new RuleBrokenException("Este fuso horário não está na lista. Escolha um dela.");

        using var together = Together.Begin();
        await settings.SetAsync(await CompanyAsync(cancel) with
        {
            SiteName = Input.SiteName.Trim(),
            LegalName = Input.LegalName?.Trim() ?? "",
            Cnpj = string.IsNullOrWhiteSpace(Input.Cnpj) ? "" : Cnpj.Parse(Input.Cnpj).ToString(),
            Phone = Input.Phone?.Trim() ?? "",
            Address = Input.Address?.Trim() ?? "",
            ContactEmail = Input.ContactEmail.Trim(),
            TimeZone = Input.TimeZone,
            Languages = Input.English ? ["pt-BR", "en"] : ["pt-BR"],
        }, cancel);
        await audit.RecordAsync(AdministrationActs.SettingsChanged, Company.Key, null, cancel);
        together.Complete();

        TempData.Confirm(words["As configurações foram salvas."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostTrialLetterAsync(CancellationToken cancel)
    {
        if (User.FindFirstValue(ClaimTypes.Email) is not { } address) return Challenge();

        await post.SendAsync(new TrialLetter(url.To("/admin/configuracoes")), new(address, User.Identity!.Name!, CultureInfo.CurrentUICulture), cancel);

        TempData.Confirm(words["A carta de teste saiu para {0}.", address]);
        return RedirectToPage();
    }

    async Task<Company> CompanyAsync(CancellationToken cancel) =>
        await settings.FindAsync<Company>(cancel) ?? throw new InvalidOperationException("The site is not set up.");

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o nome do site.")]
        [StringLength(80, ErrorMessage = "O nome do site passa de 80 letras. Escreva-o mais curto.")]
        public string SiteName { get; set; } = "";

        [StringLength(150, ErrorMessage = "A razão social passa de 150 letras. Confira o que foi colado.")]
        public string? LegalName { get; set; }

        [Holds<Cnpj>]
        public string? Cnpj { get; set; }

        [StringLength(30, ErrorMessage = "O telefone passa de 30 caracteres. Confira o número.")]
        public string? Phone { get; set; }

        [StringLength(400, ErrorMessage = "O endereço passa de 400 letras. Escreva-o mais curto.")]
        public string? Address { get; set; }

        [Required(ErrorMessage = "Escreva o e-mail de contato.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(254, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string ContactEmail { get; set; } = "";

        public string TimeZone { get; set; } = "";

        public bool English { get; set; }
    }
}
