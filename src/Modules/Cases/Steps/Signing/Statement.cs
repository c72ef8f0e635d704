using Percurso.Kernel.Localization;
using Percurso.Kernel.Settings;

namespace Percurso.Cases.Steps.Signing;

/// <summary>What a dentist declares by signing; administrators write it. Each signature keeps the words it was given with.</summary>
interface IStatement
{
    const int TextLength = 6000;

    /// <summary>From 1; each change of the words is the next.</summary>
    int Number { get; }

    /// <summary>In full; paragraphs are apart by a line.</summary>
    LocalText Text { get; }
}

/// <inheritdoc />
interface IStatement<TSelf> : IStatement, ISettingsGroup where TSelf : class, IStatement<TSelf>
{
    static abstract TSelf Of(int number, LocalText text);
}

/// <summary>By approving a final plan.</summary>
sealed record ApprovalStatement(int Number, LocalText Text) : IStatement<ApprovalStatement>
{
    public static string Key => "cases.approval-statement";

    public static ApprovalStatement Of(int number, LocalText text) => new(number, text);
}

/// <summary>By going on without a video conference.</summary>
sealed record WaiverStatement(int Number, LocalText Text) : IStatement<WaiverStatement>
{
    public static string Key => "cases.waiver-statement";

    public static WaiverStatement Of(int number, LocalText text) => new(number, text);
}
