using Percurso.Cases.Contracts;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Domain.Dates;

/// <summary>The working days one step takes, by what the guide rests on; and those of an urgent case.</summary>
sealed record StepDays(string Step, int Teeth, int Mucosa, int Bone, int Urgent)
{
    public int For(Prescription asked) => asked.IsUrgent ? Urgent : asked.Support switch
    {
        GuideSupport.Teeth => Teeth,
        GuideSupport.Mucosa => Mucosa,
        _ => Bone,
    };
}

/// <summary>How long everything takes.</summary>
/// <param name="Steps">A row a step; a step without a row takes no day.</param>
/// <param name="Margin">Working days between the last step and the surgery: transport, sterilisation, a look at the guide.</param>
sealed record DaysTable(IReadOnlyList<StepDays> Steps, int Margin) : ISettingsGroup
{
    /// <summary>Of the kind of step that falls away when the company does not print.</summary>
    public const string ProductionKind = "production";

    public static string Key => "cases.days";

    public static readonly DaysTable Empty = new([], 0);

    public int DaysOf(string step, string kind, Prescription asked) =>
        kind == ProductionKind && asked.Output == Output.FilesOnly ? 0 : Steps.FirstOrDefault(row => row.Step == step)?.For(asked) ?? 0;
}
