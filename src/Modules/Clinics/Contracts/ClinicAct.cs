namespace Percurso.Clinics.Contracts;

/// <summary>What somebody of a clinic may want to do, in the clinic or in one of its cases. Who may is the table in <c>ClinicRules</c>.</summary>
public enum ClinicAct
{
    /// <summary>To open a case, fill it, send its files.</summary>
    Prepare,
    Pay,

    /// <summary>To choose a time for the video conference.</summary>
    Book,

    /// <summary>To answer the company's questions.</summary>
    Answer,

    /// <summary>To go on with a file of which the company has said that it may fail.</summary>
    AcceptRisk,
    AskForChanges,

    /// <summary>To approve a plan, or to waive the video conference: a legal act, for which the password or the second factor is asked again.</summary>
    Approve,

    /// <summary>To order the printing of guides.</summary>
    Order,
    ConfirmReceipt,

    /// <summary>To add and change addresses, and to choose the one that deliveries go to.</summary>
    ManageAddresses,
    RemoveAddresses,

    /// <summary>To change the clinic's name and CNPJ.</summary>
    ChangeClinic,

    /// <summary>To invite dentists and assistants, and to dismiss them.</summary>
    ManagePeople,
}
