namespace Percurso.Testing;

/// <summary>
/// Time that stands still until a test lets it pass; timers and delays that ask it fire then, each at its own moment.
/// It begins on a Tuesday morning in São Paulo, in a year that is ahead of any machine's clock, so that a cookie it dates
/// is not yet stale for a browser.
/// </summary>
public sealed class FakeClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2035, 5, 8, 12, 0, 0, TimeSpan.Zero);

    readonly Lock entered = new();
    readonly List<Alarm> alarms = [];
    DateTimeOffset now = Start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (entered) return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves on. What is due on the way happens in its order, before this returns.</summary>
    public void Pass(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var until = GetUtcNow() + time;
        while (NextDue(until) is { } alarm) alarm.Ring();
        lock (entered) now = until;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    Alarm? NextDue(DateTimeOffset until)
    {
        lock (entered)
        {
            if (alarms.Where(alarm => alarm.Due <= until).MinBy(alarm => alarm.Due) is not { } next) return null;

            if (next.Due > now) now = next.Due;
            next.Due += next.Period;
            if (next.Period <= TimeSpan.Zero) alarms.Remove(next);
            return next;
        }
    }

    sealed class Alarm(FakeClock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }
        public TimeSpan Period { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.entered)
            {
                clock.alarms.Remove(this);
                if (dueTime < TimeSpan.Zero) return true;

                (Due, Period) = (clock.now + dueTime, period);
                if (dueTime > TimeSpan.Zero) clock.alarms.Add(this);
            }

            if (dueTime == TimeSpan.Zero) RingAtOnce(period);
            return true;
        }

        void RingAtOnce(TimeSpan period)
        {
            ThreadPool.QueueUserWorkItem(_ => ring());
            if (period > TimeSpan.Zero) Change(period, period);
        }

        public void Dispose()
        {
            lock (clock.entered) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
