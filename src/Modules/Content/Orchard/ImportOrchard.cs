using System.Text.Json.Nodes;

using Microsoft.EntityFrameworkCore;

using Percurso.Accounts.Contracts;
using Percurso.Content.Data;
using Percurso.Content.Domain.Pages;
using Percurso.Kernel;
using Percurso.Kernel.Data;
using Percurso.Kernel.Settings;

namespace Percurso.Content.Orchard;

/// <summary>
/// Carries out a recipe of Orchard Core: all that has a meaning here, in one transaction, and a report of the rest. A rehearsal does the very
/// same and takes it back, so that what it reports is what will happen.
/// </summary>
sealed class ImportOrchard(ContentDb db, OrchardMedia media, OrchardPages pages, OrchardMenus menus, ISettings settings, IAddRoles roles, TimeProvider clock)
{
    /// <exception cref="RuleBrokenException">A step is broken; nothing was taken.</exception>
    public async Task<OrchardReport> RunAsync(OrchardFile file, bool rehearse, CancellationToken cancel)
    {
        var report = new OrchardReport();
        using var together = Together.Begin();
        // Pictures before the pages that show them, pages before the menus that lead to them.
        foreach (var turn in Enum.GetValues<Turn>())
            foreach (var (number, step) in file.Steps.Index())
            {
                var name = step.Words("name") ?? throw new RuleBrokenException("O passo {0} da receita não tem nome. Nada foi importado.", number + 1);
                report.Enter(number + 1, name);
                await StepAsync(turn, number + 1, name.ToLowerInvariant(), step, file, report, cancel);
            }

        if (!rehearse) together.Complete();
        return report;
    }

    enum Turn
    {
        Files,
        Pages,
        Menus,
    }

    async Task StepAsync(Turn turn, int number, string name, JsonObject step, OrchardFile file, OrchardReport report, CancellationToken cancel)
    {
        switch (name, turn)
        {
            case ("media", Turn.Files): await media.StepAsync(step, file, report, cancel); break;
            case ("roles", Turn.Files): await RolesAsync(step, report); break;
            case ("settings", Turn.Files): await SettingsAsync(step, report, cancel); break;
            case ("content", Turn.Pages): foreach (var item in Items(number, step).Where(item => item.Type() != "Menu")) await ItemAsync(item, report, cancel); break;
            case ("content", Turn.Menus): foreach (var item in Items(number, step).Where(item => item.Type() == "Menu")) await menus.TakeAsync(item, pages, report, cancel); break;
            case (not ("media" or "roles" or "settings" or "content"), Turn.Files): report.Left(name, Why(name)); break;
        }
    }

    static List<JsonObject> Items(int number, JsonObject step) => step["data"] is JsonArray data && data.All(item => item is JsonObject)
        ? [.. data.OfType<JsonObject>()]
        : throw new RuleBrokenException("O passo {0} da receita (content) está quebrado: falta a lista de itens. Nada foi importado.", number);

    async Task ItemAsync(JsonObject item, OrchardReport report, CancellationToken cancel)
    {
        if (item.Part("RedirectPart") is { } redirect) await RedirectAsync(item, redirect, report, cancel);
        else if (item.Part("LayerMetadata") is not null) report.Left(item.Named(), "É um widget de camada do tema do Orchard; cabeçalho e rodapé aqui são do tema e dos menus.");
        else if (OrchardPages.IsPage(item)) await pages.TakeAsync(item, report, cancel);
        else report.Left(item.Named(), "Este tipo de conteúdo não tem correspondente aqui: não é página, menu nem redirecionamento.");
    }

    async Task RedirectAsync(JsonObject item, JsonObject part, OrchardReport report, CancellationToken cancel)
    {
        var (from, to) = (part.Words("FromUrl") ?? "", part.Words("ToUrl") ?? "");
        var others = await db.Redirects.ToListAsync(cancel);
        if (others.Any(other => other.Origin == "/" + from.Trim('/')))
        {
            report.Here(item.Named());
            return;
        }

        try
        {
            db.Add(Redirect.Written("/" + from.Trim('/', '~'), to.StartsWith("~/", StringComparison.Ordinal) ? to[1..] : to, others, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancel);
            report.Taken($"{from} → {to}");
        }
        catch (RuleBrokenException refused)
        {
            report.Left(item.Named(), refused.Words);
        }
    }

    async Task RolesAsync(JsonObject step, OrchardReport report)
    {
        foreach (var role in step.List("Roles"))
        {
            if (role.Words("Name") is not { } name || name is "Anonymous" or "Authenticated")
            {
                report.Left(role.Words("Name") ?? "role", "Quem visita e quem entrou não são papéis aqui.");
                continue;
            }

            if (await roles.AddAsync(name)) report.Taken(name);
            else report.Here(name);
            if (role["Permissions"] is JsonArray { Count: > 0 }) report.Left(name, "As permissões do Orchard têm outros nomes. Dê ao papel as deste site, em Papéis.");
        }
    }

    async Task SettingsAsync(JsonObject step, OrchardReport report, CancellationToken cancel)
    {
        var company = await settings.FindAsync<Company>(cancel) ?? throw new InvalidOperationException("The site is not set up.");
        foreach (var (name, _) in step.Where(one => one.Key != "name"))
        {
            var words = step.Words(name);
            var changed = name switch
            {
                "SiteName" when words is { Length: <= 80 } => company with { SiteName = words },
                "TimeZoneId" when words is not null && TimeZoneInfo.TryFindSystemTimeZoneById(words, out _) => company with { TimeZone = words },
                _ => null,
            };
            if (changed is null) report.Left(name, "Esta configuração não tem correspondente aqui.");
            else if (changed == company) report.Here(name);
            else
            {
                company = changed;
                report.Taken(name);
            }
        }

        await settings.SetAsync(company, cancel);
    }

    static string Why(string step) => step switch
    {
        "feature" or "themes" => "Módulos e temas do Orchard não rodam aqui.",
        "contentdefinition" or "replacecontentdefinition" => "Tipos de conteúdo do Orchard não existem aqui; as páginas são feitas de blocos.",
        "layers" => "Camadas são do tema do Orchard.",
        "workflowtype" => "Fluxos de trabalho do Orchard não rodam aqui.",
        "shortcodetemplates" or "templates" => "Modelos Liquid não rodam aqui.",
        "deployment" => "Planos de exportação são do Orchard.",
        _ => "Este passo não tem correspondente aqui.",
    };
}
