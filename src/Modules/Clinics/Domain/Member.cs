namespace Percurso.Clinics.Domain;

/// <summary>What somebody is in one clinic; in another the same person may be something else.</summary>
enum MemberRole
{
    Dentist,

    /// <summary>Prepares, and approves nothing.</summary>
    Assistant,
}

/// <summary>Somebody who works in a clinic.</summary>
sealed class Member
{
    Member() { }

    internal Member(Guid clinic, Guid account, MemberRole role, DateTime now) =>
        (ClinicId, AccountId, Role, JoinedAt) = (clinic, account, role, now);

    public Guid ClinicId { get; private set; }
    public Guid AccountId { get; private set; }
    public MemberRole Role { get; private set; }
    public DateTime JoinedAt { get; private set; }
}
