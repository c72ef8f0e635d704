namespace Percurso.Meetings.Contracts;

/// <summary>
/// What the partial <c>/Pages/Meetings/_Room.cshtml</c> shows; <c>/Pages/Meetings/_RoomScripts.cshtml</c> belongs in the page's scripts, and
/// <c>/_content/Percurso.Meetings/room.css</c> in its head. The page's own scripts share what they like with the others' pages through events of
/// <c>&lt;meeting-room&gt;</c>: <c>share</c> in; <c>shared</c>, <c>joined</c>, <c>left</c>, <c>inside</c> and <c>outside</c> out.
/// </summary>
/// <param name="Room">As the reader finds it.</param>
/// <param name="Back">Where one goes afterwards.</param>
/// <param name="BackWords">What the way there says.</param>
public sealed record RoomFrame(RoomView Room, string Back, string BackWords);
