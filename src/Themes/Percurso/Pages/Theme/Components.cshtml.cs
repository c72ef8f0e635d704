using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Kernel.Brazil;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Theme.Pages;

/// <summary>Every component in every state, for those who make pages and those who judge them. Its forms save nothing.</summary>
[Authorize(Policy = ThemePermissions.SeeComponents)]
sealed class ComponentsModel(Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public Sample Form { get; set; } = new();

    public IReadOnlyList<SampleCase> Cases
    {
        get
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return
            [
                new("Ana Beatriz Moura", "2026-0042", Kind.Yours, words["Aguardando você aprovar a prévia"], now.AddMinutes(-12), "R$ 1.234,50"),
                new("João Pedro Sá", "2026-0041", Kind.Ours, words["Estamos planejando desde terça"], now.AddDays(-1), "R$ 980,00"),
                new("Márcia Conceição de Albuquerque", "2026-0038", Kind.Hold, words["Em espera por um exame"], now.AddDays(-40), "R$ 2.110,75"),
            ];
        }
    }

    public IEnumerable<SelectListItem> Teeth => [new(words["Escolha um dente"], ""), new("36", "36"), new("37", "37"), new("46", "46")];

    public IEnumerable<SelectListItem> States =>
        [new(words["Escolha a UF"], ""), .. Uf.All.Select(uf => new SelectListItem(uf.Name, uf.Value))];

    public IEnumerable<SelectListItem> Deliveries =>
        [new(words["Entregar no consultório"], "office"), new(words["Retirar na empresa"], "pickup")];

    public IActionResult OnPost()
    {
        TempData.Confirm(words["Está tudo certo. Esta página só mostra os componentes: nada foi gravado."]);
        return RedirectToPage();
    }

    /// <summary>What the sample form asks.</summary>
    internal sealed class Sample
    {
        [Required(ErrorMessage = "Escreva o nome do paciente."), StringLength(80, ErrorMessage = "Use até {1} letras.")]
        public string? Patient { get; set; }

        [Required(ErrorMessage = "Escreva o seu e-mail."), EmailAddress(ErrorMessage = "Este e-mail parece incompleto. Exemplo: nome@clinica.com.br")]
        public string? Email { get; set; }

        public DateOnly? SurgeryOn { get; set; }

        [Holds<Cep>]
        public string? Cep { get; set; }

        [StringLength(80, ErrorMessage = "Use até {1} letras.")]
        public string? City { get; set; }

        public string? Uf { get; set; }

        public string? Tooth { get; set; }

        [Required(ErrorMessage = "Escolha como quer receber os guias.")]
        public string? Delivery { get; set; }

        [StringLength(2000, ErrorMessage = "Use até {1} letras.")]
        public string? Notes { get; set; }

        public bool ByMail { get; set; }
    }

    /// <summary>A row of the sample list.</summary>
    internal sealed record SampleCase(string Patient, string Number, Kind Kind, string Words, DateTime ChangedAt, string Amount);
}
