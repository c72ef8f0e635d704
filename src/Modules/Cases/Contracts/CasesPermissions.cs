namespace Percurso.Cases.Contracts;

public static class CasesPermissions
{
    /// <summary>To see every case, the board and internal notes.</summary>
    public const string See = "cases.see";

    /// <summary>To hold, release, assign and cancel cases, to write to dentists, to open cases on their behalf.</summary>
    public const string Steer = "cases.steer";

    /// <summary>To look at plans of others before dentists see them, and release or return them.</summary>
    public const string Review = "cases.review";

    /// <summary>To edit what is looked at before a plan is released.</summary>
    public const string EditReview = "cases.edit-review";

    /// <summary>To edit the pathway: titles, order, texts, settings.</summary>
    public const string EditPathway = "cases.edit-pathway";

    /// <summary>To read the company's figures, money among them.</summary>
    public const string Figures = "cases.figures";

    /// <summary>To edit the working days of each step and the days on which nobody works.</summary>
    public const string EditDates = "cases.edit-dates";
}
