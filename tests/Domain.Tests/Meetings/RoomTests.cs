using Percurso.Meetings.Contracts;
using Percurso.Meetings.Domain;

namespace Percurso.Domain.Tests.Meetings;

public sealed class RoomTests
{
    static readonly DateTime start = new(2026, 11, 24, 17, 0, 0, DateTimeKind.Utc);
    static readonly Guid host = Guid.CreateVersion7();

    [Theory]
    [InlineData(-15, true, RoomDoor.Open)]
    [InlineData(-16, true, RoomDoor.NotYet)]
    [InlineData(0, true, RoomDoor.Open)]
    [InlineData(150, true, RoomDoor.Open)]
    [InlineData(151, true, RoomDoor.Over)]
    [InlineData(-60, false, RoomDoor.Over)]
    [InlineData(0, false, RoomDoor.Over)]
    public void A_room_is_open_from_a_quarter_before_the_time_until_two_hours_after_its_end_while_the_booking_stands(int minutes, bool stands, RoomDoor door) =>
        Assert.Equal(door, NewRoom().DoorAt(start.AddMinutes(minutes), Admission(stands), new()));

    [Fact]
    public void A_host_ends_a_room_and_opens_it_again()
    {
        var room = NewRoom();
        room.End(host, start);
        room.End(Guid.CreateVersion7(), start.AddMinutes(1));
        Assert.Equal((RoomDoor.Over, host), (room.DoorAt(start, Admission(), new()), room.EndedBy));

        room.OpenAgain();
        Assert.Equal(RoomDoor.Open, room.DoorAt(start, Admission(), new()));
    }

    /// <summary>By openssl: <c>printf '2095848000:7f3c' | openssl dgst -sha1 -hmac north-and-south -binary | base64</c>.</summary>
    [Fact]
    public void A_relays_pass_is_what_openssl_makes_of_it() =>
        Assert.Equal(new TurnPass("2095848000:7f3c", "v9JdTNYFHDiplg9ykCwxfwRAL2M="), TurnPass.Until(DateTimeOffset.FromUnixTimeSeconds(2095848000), "7f3c", "north-and-south"));

    [Fact]
    public void Whoever_was_refused_does_not_leave_a_second_time()
    {
        var visit = new Visit(Guid.CreateVersion7(), Guid.CreateVersion7(), isHost: false, start);
        visit.ComeIn(host, start);
        visit.Refuse(start.AddMinutes(1));
        visit.Leave(start.AddMinutes(2));

        Assert.Equal((VisitState.Refused, start.AddMinutes(1), start), (visit.State, visit.LeftAt, visit.CameAt));
    }

    static Room NewRoom() => new("test", Guid.CreateVersion7(), Guid.CreateVersion7(), start.AddDays(-1));

    static Admission Admission(bool stands = true) => new(RoomRole.Guest, start, start.AddMinutes(30), stands);
}
