using Percurso.Accounts.Domain;
using Percurso.Kernel.Localization;

namespace Percurso.Accounts.Staff;

/// <summary>What the recipe's roles are called; a role somebody made here is called by its name.</summary>
static class RoleTitles
{
    public static string Of(string role, Words T) => role switch
    {
        "administrator" => T["Administração"].Value,
        "marketing" => T["Marketing"].Value,
        "planner" => T["Planejamento"].Value,
        "reviewer" => T["Revisão"].Value,
        "finance" => T["Financeiro"].Value,
        "production" => T["Produção"].Value,
        Role.Dentist => T["Dentista"].Value,
        Role.Assistant => T["Assistente"].Value,
        _ => role,
    };
}
