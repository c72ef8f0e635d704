namespace Percurso.Testing;

/// <summary>Somebody who set the site up, or whom the demonstration's recipe brings.</summary>
/// <param name="Role">What the tables of rights call them.</param>
public sealed record Person(string Role, string Name, string Email, string Password)
{
    /// <summary>May do everything.</summary>
    public static Person Administrator { get; } = Demo("administrator", "Marina Prado", "administracao");

    /// <summary>Of the staff; reads what visitors write.</summary>
    public static Person Marketing { get; } = Demo("marketing", "Davi Nogueira", "marketing");

    /// <summary>Of the staff; the pages of the others are not theirs.</summary>
    public static Person Planner { get; } = Demo("planner", "Helena Tavares", "planejamento");

    /// <summary>Works in two clinics, "Clínica Moraes" with an assistant and two addresses, and a practice of her own.</summary>
    public static Person Dentist { get; } = Demo("dentist", "Lúcia Moraes", "dentista");

    /// <summary>Of the dentist's first clinic.</summary>
    public static Person Assistant { get; } = Demo("assistant", "Tiago Pires", "assistente");

    /// <summary>A dentist of another clinic, "Reis Odontologia", for whom nothing of the first one's is there.</summary>
    public static Person Stranger { get; } = Demo("stranger", "Otávio Reis", "dentista2");

    public static IReadOnlyList<Person> All { get; } = [Administrator, Marketing, Planner, Dentist, Assistant, Stranger];

    internal static IEnumerable<KeyValuePair<string, string>> SetUp { get; } =
    [
        new("Setup:Recipe", "demo"),
        new("Setup:SiteName", "Percurso"),
        new("Setup:Name", Administrator.Name),
        new("Setup:Email", Administrator.Email),
        new("Setup:Password", Administrator.Password),
    ];

    /// <summary>The same people's company without their cases: nothing happens there but what a test does.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> SetUpWithoutDemo =>
        SetUp.Select(setting => setting.Key == "Setup:Recipe" ? new(setting.Key, "surgical-guides") : setting);

    static Person Demo(string role, string name, string mailbox) => new(role, name, $"{mailbox}@demo.localhost", "caminho-de-teste");
}
