using Percurso.Kernel.Data;
using Percurso.Meetings.Contracts;

namespace Percurso.Meetings.Domain;

/// <summary>Where the people of one booking meet. When it stands open follows from the booking, whose time is its owner's, and from whether a host has ended it.</summary>
sealed class Room : Aggregate
{
    Room() { }

    public Room(string purpose, Guid subject, Guid booking, DateTime now) => (Purpose, SubjectId, BookingId, MadeAt) = (purpose, subject, booking, now);

    public string Purpose { get; private init; } = "";
    public Guid SubjectId { get; private init; }
    public Guid BookingId { get; private init; }
    public DateTime MadeAt { get; private init; }
    public DateTime? EndedAt { get; private set; }
    public Guid? EndedBy { get; private set; }

    public RoomDoor DoorAt(DateTime now, Admission admission, RoomRules rules) =>
        !admission.Stands || EndedAt is not null || now > admission.EndsAt.AddMinutes(rules.Late) ? RoomDoor.Over
        : now < admission.StartsAt.AddMinutes(-rules.Early) ? RoomDoor.NotYet
        : RoomDoor.Open;

    public void End(Guid by, DateTime now)
    {
        if (EndedAt is not null) return;

        (EndedAt, EndedBy) = (now, by);
        Changed();
    }

    public void OpenAgain()
    {
        (EndedAt, EndedBy) = (null, null);
        Changed();
    }
}
