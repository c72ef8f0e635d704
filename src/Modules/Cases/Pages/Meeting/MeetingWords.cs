using Percurso.Cases.Steps.Meeting;
using Percurso.Kernel.Localization;
using Percurso.Theme.Contracts;

namespace Percurso.Cases.Pages.Meeting;

/// <summary>How a meeting stands, and what happened to it, in a few words.</summary>
static class MeetingWords
{
    public static (Kind Kind, string Words) Of(CaseMeeting meeting, bool toCompany, Words T) => meeting.State switch
    {
        MeetingState.Confirmed => (Kind.Ok, T["Ata confirmada"]),
        MeetingState.Minuted => (toCompany ? Kind.Ours : Kind.Yours, toCompany ? T["A ata espera o dentista"] : T["A ata espera você"]),
        MeetingState.Disputed => (toCompany ? Kind.Yours : Kind.Ours, T["A ata será reescrita"]),
        MeetingState.Waived => (Kind.Ok, T["Dispensada"]),
        MeetingState.Booked => (Kind.Info, T["Marcada"]),
        _ => (toCompany ? Kind.Ours : Kind.Yours, T["Falta escolher o horário"]),
    };

    public static string Of(MeetingLine line, Words T) => line.Move switch
    {
        MeetingMove.Propose => T["Horários propostos pela empresa"],
        MeetingMove.Decline => T["Nenhum dos horários propostos serviu"],
        MeetingMove.Book => T["Videoconferência marcada"],
        MeetingMove.Move => T["Videoconferência em outro horário"],
        MeetingMove.Cancel => T["Videoconferência cancelada"],
        MeetingMove.Place => T["Outra sala escolhida"],
        MeetingMove.Write => T["Ata escrita"],
        MeetingMove.Confirm => T["Ata confirmada"],
        MeetingMove.Waive => T["Videoconferência dispensada por declaração assinada"],
        MeetingMove.TakeBack => T["Dispensa da videoconferência retirada"],
        _ => T["Ata contestada"],
    };
}
