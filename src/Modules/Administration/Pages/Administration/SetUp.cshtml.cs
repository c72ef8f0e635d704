using System.ComponentModel.DataAnnotations;

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Hosting;

using Percurso.Kernel.Localization;
using Percurso.Kernel.Recipes;
using Percurso.Kernel.Security;
using Percurso.Theme.Contracts;

namespace Percurso.Administration.Pages.Administration;

/// <summary>The first-start page: answers once, to whoever has the code the host printed, and is gone afterwards.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.SignUp)]
sealed class SetUpModel(ISetUp setUp, RecipeBook book, IHostEnvironment environment, Words words) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "codigo", SupportsGet = true)]
    public string? Code { get; set; }

    public bool MayAnswer { get; private set; }

    public IEnumerable<SelectListItem> Recipes => book.All().Where(recipe => !recipe.Demo || !environment.IsProduction())
        .Select(recipe => new SelectListItem($"{recipe.Title}: {recipe.Description}", recipe.Name));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = context.HttpContext.RequestAborted;
        MayAnswer = await setUp.IsCodeAsync(Code, cancel);
        if (await setUp.IsDoneAsync(cancel)) context.Result = Redirect("/");
        else await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayAnswer) return Page();

        await setUp.RunAsync(new() { Recipe = Input.Recipe, SiteName = Input.SiteName.Trim(), Name = Input.Name.Trim(), Email = Input.Email.Trim(), Password = Input.Password }, cancel);
        TempData.Confirm(words["O site está pronto. Entre com o e-mail e a senha que você escolheu."]);
        return Redirect("/entrar?voltar=/admin");
    }

    internal sealed class Form
    {
        [Required(ErrorMessage = "Escolha o que este site será.")]
        public string Recipe { get; set; } = "";

        [Required(ErrorMessage = "Escreva o nome do site.")]
        [StringLength(80, ErrorMessage = "O nome do site passa de 80 letras. Escreva-o mais curto.")]
        public string SiteName { get; set; } = "";

        [Required(ErrorMessage = "Escreva seu nome.")]
        [StringLength(120, ErrorMessage = "O nome passa de 120 letras. Escreva-o mais curto.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Escreva seu e-mail.")]
        [EmailAddress(ErrorMessage = "Este e-mail não está completo. Escreva-o como nome@exemplo.com.br.")]
        [StringLength(254, ErrorMessage = "O e-mail passa de 254 letras. Confira o endereço.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Escreva uma senha.")]
        [StringLength(200, MinimumLength = 10, ErrorMessage = "A senha precisa ter de 10 a 200 caracteres; uma frase serve.")]
        public string Password { get; set; } = "";
    }
}
