using System.Globalization;

using Percurso.Cases.Domain;
using Percurso.Cases.Steps.Signing;
using Percurso.Kernel.Localization;
using Percurso.Kernel.Print;
using Percurso.Kernel.Web;

namespace Percurso.Cases.Steps.Meeting;

/// <summary>A waiver on paper, with the plan that is taken on.</summary>
sealed class WaiverPaper(SignedPaper paper, SiteIdentity site, Words words)
{
    /// <summary>The case and what it is, never the patient.</summary>
    public static string NameOf(Case one) => $"{one.Number}_dispensa.pdf";

    /// <param name="one">The case.</param>
    /// <param name="meeting">With the waiver that stands.</param>
    /// <param name="titleOf">What people read of a step, by its key.</param>
    public byte[] Write(Case one, CaseMeeting meeting, Func<string, string> titleOf)
    {
        var (waiver, number) = (meeting.Waiver!, words["Caso {0}", one.Number]);
        var head = new SheetHead(words["Dispensa da videoconferência"], site.Name, number, CultureInfo.CurrentUICulture)
        {
            Path = (one.Steps.Count, one.Steps.ToList().FindIndex(step => step.Key == meeting.Step) + 1),
        };
        return paper.Write(head, number, words["Quem dispensou"], waiver, sheet =>
        {
            sheet.Section(words["O que foi dispensado"]).Field(words["Passo"], titleOf(meeting.Step));
            if (waiver is { OfStep: { } step, OfVersion: { } version, Hash: { } hash })
                sheet.Field(words["O caso segue com"], words["{0}, versão {1}", titleOf(step), version]).Field(words["Impressão digital da versão"], SignedPaper.Broken(hash));
            sheet.Field(words["Selo deste registro"], SignedPaper.Broken(waiver.Seal));
        });
    }
}
