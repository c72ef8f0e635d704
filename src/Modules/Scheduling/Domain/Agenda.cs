using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Scheduling.Domain;

/// <summary>When somebody can be met: hours for each day of the week, and days that are otherwise. All times are as clocks in their zone show them.</summary>
sealed class Agenda : Aggregate
{
    Agenda() { }

    public Agenda(Guid account, string zone) => (AccountId, Zone) = (account, zone);

    /// <summary>Whose it is.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>By its IANA name, <c>America/Sao_Paulo</c>.</summary>
    public string Zone { get; private init; } = "";

    /// <summary>A line of hours for each day, Sunday first.</summary>
    public List<string> Week { get; private set; } = ["", "", "", "", "", "", ""];

    public List<AgendaDay> Days { get; private init; } = [];

    /// <param name="week">Seven lines of hours, Sunday first.</param>
    public void Keep(IReadOnlyList<string> week)
    {
        Week = [.. week.Select(line => DayHours.Write(DayHours.Read(line)))];
        Changed();
    }

    /// <summary>One day is otherwise: other hours, or none. It is open even if the company is closed.</summary>
    public void Except(DateOnly day, string hours)
    {
        var line = DayHours.Write(DayHours.Read(hours));
        Days.RemoveAll(one => one.Day == day);
        Days.Add(new() { Day = day, Hours = line });
        Changed();
    }

    /// <summary>The day is like others of its kind again.</summary>
    public void Unexcept(DateOnly day)
    {
        Days.RemoveAll(one => one.Day == day);
        Changed();
    }

    /// <param name="isClosed">Whether the company rests on that day.</param>
    public IReadOnlyList<DayHours> HoursOn(DateOnly day, bool isClosed) =>
        Days.Find(one => one.Day == day) is { } other ? DayHours.Read(other.Hours)
        : isClosed ? []
        : DayHours.Read(Week[(int)day.DayOfWeek]);
}

/// <summary>A day that is otherwise.</summary>
sealed class AgendaDay
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateOnly Day { get; init; }

    /// <summary>Empty when nobody can be met on it.</summary>
    public required string Hours { get; init; }
}
