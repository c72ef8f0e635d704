using Percurso.Testing;

namespace Percurso.Domain.Tests.Testing;

public sealed class FakeClockTests
{
    readonly FakeClock clock = new();

    [Fact]
    public async Task A_delay_ends_when_its_time_has_passed()
    {
        var delay = Task.Delay(TimeSpan.FromDays(31), clock);

        clock.Pass(TimeSpan.FromDays(30));
        Assert.False(delay.IsCompleted);
        clock.Pass(TimeSpan.FromDays(1));

        await delay;
        Assert.Equal(FakeClock.Start.AddDays(31), clock.GetUtcNow());
    }

    [Fact]
    public void A_timer_rings_at_each_of_its_moments_and_sees_them()
    {
        var seen = new List<TimeSpan>();
        using (clock.CreateTimer(_ => seen.Add(clock.GetUtcNow() - FakeClock.Start), null, TimeSpan.FromHours(1), TimeSpan.FromHours(2)))
            clock.Pass(TimeSpan.FromHours(6));
        clock.Pass(TimeSpan.FromHours(6));

        Assert.Equal([1, 3, 5], seen.Select(time => time.TotalHours));
    }
}
