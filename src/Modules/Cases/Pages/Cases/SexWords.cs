using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Kernel.Localization;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Pages.Cases;

static class SexWords
{
    public static IEnumerable<SelectListItem> Choices(Words T) =>
    [
        new(T["Não informado"], nameof(Sex.Unsaid)), new(T["Feminino"], nameof(Sex.Female)),
        new(T["Masculino"], nameof(Sex.Male)), new(T["Intersexo"], nameof(Sex.Intersex)),
    ];
}
