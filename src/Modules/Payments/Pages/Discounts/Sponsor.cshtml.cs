using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Kernel.Audit;
using Percurso.Kernel.Brazil;
using Percurso.Kernel.Data;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Mail;
using Percurso.Kernel.Web;
using Percurso.Payments.Charging;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Payments.Finance;
using Percurso.Payments.Mail;
using Percurso.Theme.Contracts;

namespace Percurso.Payments.Pages.Discounts;

/// <summary>A sponsor with its list and its balance; the empty key makes a new one.</summary>
[Authorize(Policy = PaymentsPermissions.ManageCoupons)]
sealed class SponsorModel(PaymentsDb db, SponsorLink link, IPost post, PublicUrl url, IAudit audit, TimeProvider clock, Words words) : PageModel, IShowAgain
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Bound by its own handler alone.</summary>
    public Form Input { get; private set; } = new();

    public Sponsor? Sponsor { get; private set; }
    public IReadOnlyList<SponsorEntry> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Sponsor is null && Id != Guid.Empty) return NotFound();
        if (Sponsor is { } one)
            Input = new()
            {
                Name = one.Name,
                TaxId = Cnpj.TryParse(one.TaxId, out var cnpj) ? $"{cnpj}" : Cpf.TryParse(one.TaxId, out var cpf) ? $"{cpf}" : one.TaxId,
                Email = one.Email,
                MunicipalRegistration = one.MunicipalRegistration,
                Limit = one.Limit.ToField(),
                Emails = string.Join('\n', one.People.Select(person => person.Email)),
            };
        return Page();
    }

    public async Task ShowAgainAsync(CancellationToken cancel)
    {
        Sponsor = await db.Sponsors.Include(one => one.People.OrderBy(person => person.Email)).SingleOrDefaultAsync(one => one.Id == Id, cancel);
        Entries = await db.SponsorEntries.AsNoTracking().Where(entry => entry.SponsorId == Id).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(50).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] Form input, CancellationToken cancel)
    {
        Input = input;
        await ShowAgainAsync(cancel);
        if (Sponsor is null && Id != Guid.Empty) return NotFound();
        if (Read() is not var (form, emails)) return this.Refused();

        if (Sponsor is null) db.Add(Sponsor = new Sponsor(form, clock.GetUtcNow().UtcDateTime));
        else Sponsor.Change(form);
        Sponsor.SetPeople(emails);
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await audit.RecordAsync(PaymentsActs.SponsorChanged, $"{Sponsor.Id}", null, cancel);
            together.Complete();
        }

        TempData.Confirm(words["O patrocinador foi salvo."]);
        return RedirectToPage(new { Sponsor.Id });
    }

    /// <summary>A new address by letter; the one before stops opening.</summary>
    public async Task<IActionResult> OnPostSendLinkAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Sponsor is null) return NotFound();

        Sponsor.RenewLink();
        using (var together = Together.Begin())
        {
            await db.SaveChangesAsync(cancel);
            await post.SendAsync(new SponsorLetter(Sponsor.Name, url.To(link.PathOf(Sponsor))), new(Sponsor.Email, Sponsor.Name, Translations.Cultures[0]), cancel);
            together.Complete();
        }

        TempData.Confirm(words["O endereço novo foi enviado; o antigo já não abre."]);
        return RedirectToPage(new { Id });
    }

    (SponsorForm Form, IReadOnlyList<string> Emails)? Read()
    {
        var taxId = Cnpj.TryParse(Input.TaxId, out var cnpj) ? cnpj.Value : Cpf.TryParse(Input.TaxId, out var cpf) ? cpf.Value : null;
        if (taxId is null) ModelState.AddModelError("Input.TaxId", words["Este número não confere. Um CPF tem onze números; um CNPJ, catorze números ou letras. Copie-o do documento."]);
        var limit = Money.Zero;
        if (!string.IsNullOrWhiteSpace(Input.Limit) && !Money.TryParse(Input.Limit, out limit)) ModelState.AddModelError("Input.Limit", words["Escreva o valor em reais, como 120,50."]);
        string[] emails = [.. (Input.Emails ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (emails.Any(email => !MailAddress.TryCreate(email, out _))) ModelState.AddModelError("Input.Emails", words["Um destes e-mails não está completo. Escreva um por linha."]);
        if (!ModelState.IsValid) return null;

        return (new(Input.Name.Trim(), taxId!, Input.Email.Trim(), string.IsNullOrWhiteSpace(Input.MunicipalRegistration) ? null : Input.MunicipalRegistration.Trim(), limit), emails);
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escreva o nome.")]
        [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Escreva o CPF ou CNPJ.")]
        [StringLength(30, ErrorMessage = "O CPF ou CNPJ é mais curto. Confira o que foi colado.")]
        public string TaxId { get; set; } = "";

        [Required(ErrorMessage = "Escreva o e-mail.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(254, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";

        [StringLength(30, ErrorMessage = "A inscrição municipal é mais curta. Confira o que foi colado.")]
        public string? MunicipalRegistration { get; set; }

        [StringLength(20, ErrorMessage = "O valor é mais curto. Confira o que foi colado.")]
        public string? Limit { get; set; }

        [StringLength(40_000, ErrorMessage = "A lista é longa demais.")]
        public string? Emails { get; set; }
    }
}
