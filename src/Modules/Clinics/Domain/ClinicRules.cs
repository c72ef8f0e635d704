using System.Collections;
using System.Text;

using Percurso.Clinics.Contracts;

using static Percurso.Clinics.Contracts.ClinicAct;

namespace Percurso.Clinics.Domain;

/// <summary>Who may do what in a clinic, in one place: pages offer by it, the domain refuses by it, the specification prints it.</summary>
sealed class ClinicRules : IEnumerable<ClinicRules.Row>
{
    /// <summary>One act, and whether the case's own dentist, another dentist of the clinic, an assistant may do it.</summary>
    public sealed record Row(ClinicAct Act, bool Responsible, bool Dentist, bool Assistant);

    const bool Yes = true;
    const bool No = false;

    readonly List<Row> rows = [];

#pragma warning disable format
    public static readonly ClinicRules Table = new()
    {
        //  act               responsible  another    assistant
        //                    dentist      dentist
        {   Prepare,          Yes,         Yes,       Yes },
        {   Pay,              Yes,         Yes,       Yes },
        {   Book,             Yes,         Yes,       Yes },
        {   Answer,           Yes,         Yes,       Yes },
        {   AcceptRisk,       Yes,         No,        No  },
        {   AskForChanges,    Yes,         Yes,       No  },
        {   Approve,          Yes,         No,        No  },
        {   Order,            Yes,         Yes,       No  },
        {   ConfirmReceipt,   Yes,         Yes,       Yes },
        {   ManageAddresses,  Yes,         Yes,       Yes },
        {   RemoveAddresses,  Yes,         Yes,       No  },
        {   ChangeClinic,     Yes,         Yes,       No  },
        {   ManagePeople,     Yes,         Yes,       No  },
    };
#pragma warning restore format

    public void Add(ClinicAct act, bool responsible, bool dentist, bool assistant) => rows.Add(new(act, responsible, dentist, assistant));

    /// <param name="act">What is to be done.</param>
    /// <param name="member">Who would do it.</param>
    /// <param name="responsible">The account of the dentist who answers for the case, where there is a case.</param>
    public bool Allows(ClinicAct act, Member member, Guid? responsible = null)
    {
        var row = rows.Single(row => row.Act == act);
        if (member.Role == MemberRole.Assistant) return row.Assistant;

        return member.AccountId == responsible ? row.Responsible : row.Dentist;
    }

    /// <summary>As a Markdown table, for the specification.</summary>
    public string Print()
    {
        var text = new StringBuilder("| act | responsible dentist | another dentist | assistant |\n| --- | --- | --- | --- |\n");
        foreach (var row in rows) text.Append(null, $"| {row.Act} | {Said(row.Responsible)} | {Said(row.Dentist)} | {Said(row.Assistant)} |\n");
        return text.ToString();
    }

    public IEnumerator<Row> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    static string Said(bool may) => may ? "yes" : "no";
}
