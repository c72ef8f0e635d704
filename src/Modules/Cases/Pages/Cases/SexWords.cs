using Microsoft.AspNetCore.Mvc.Rendering;

using Percurso.Kernel.Localization;
using Percurso.Patients.Contracts;

namespace Percurso.Cases.Pages.Cases;

static class SexWords
{
    public static string Of(Sex sex, Words T) => sex switch
    {
        Sex.Female => T["Feminino"],
        Sex.Male => T["Masculino"],
        Sex.Intersex => T["Intersexo"],
        _ => T["Não informado"],
    };

    public static IEnumerable<SelectListItem> Choices(Words T) => Enum.GetValues<Sex>().Select(sex => new SelectListItem(Of(sex, T), sex.ToString()));
}
