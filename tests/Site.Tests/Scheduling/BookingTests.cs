using System.Globalization;

using Microsoft.Extensions.DependencyInjection;

using Percurso.Scheduling.Contracts;
using Percurso.Testing;

namespace Percurso.Tests.Scheduling;

public sealed class BookingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_hundred_who_take_one_time_at_once_are_one()
    {
        var time = (await FreeAsync())[0];

        var booked = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => AskAsync(bookings => bookings.BookAsync("test", Guid.CreateVersion7(), time, CancellationToken.None))));

        Assert.Single(booked, one => one is not null);
        Assert.DoesNotContain(time, await FreeAsync());
    }

    [Fact]
    public async Task A_booking_moves_and_ends_and_its_old_time_is_free_again()
    {
        var (subject, free) = (Guid.CreateVersion7(), await FreeAsync());
        var booked = await AskAsync(bookings => bookings.BookAsync("test", subject, free[4], CancellationToken.None));

        var moved = await AskAsync(bookings => bookings.MoveAsync(booked!.Id, free[8].StartsAt, CancellationToken.None));
        Assert.Equal((1, free[8].StartsAt), (moved!.Sequence, moved.StartsAt));
        Assert.Contains(free[4], await FreeAsync());

        await AskAsync(async bookings =>
        {
            await bookings.CancelAsync(booked!.Id, CancellationToken.None);
            return true;
        });
        Assert.Equal((2, true), (await AskAsync(bookings => bookings.OfAsync("test", subject, CancellationToken.None))) is [var one] ? (one.Sequence, one.IsCancelled) : default);
        Assert.Contains(free[8], await FreeAsync());
    }

    [Fact]
    public async Task A_time_that_is_not_offered_is_not_booked()
    {
        var free = (await FreeAsync())[0];

        foreach (var time in new[] { free with { StartsAt = free.StartsAt.AddMinutes(7) }, free with { StartsAt = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(5) }, free with { HostId = Guid.CreateVersion7() } })
            Assert.Null(await AskAsync(bookings => bookings.BookAsync("test", Guid.CreateVersion7(), time, CancellationToken.None)));
    }

    [Fact]
    public async Task A_planner_changes_the_week_and_takes_a_day_off()
    {
        var planner = await site.SignedInAsync(Person.Planner);
        var day = DateOnly.FromDateTime((await FreeAsync())[^1].StartsAt.AddHours(-3));

        var page = await planner.GetAsync("/admin/agenda");
        await page.Form("form[action*=Day]").Fill("Day.On", day.ToString("O", CultureInfo.InvariantCulture)).SendAsync();
        Assert.DoesNotContain(await FreeAsync(), time => DateOnly.FromDateTime(time.StartsAt.AddHours(-3)) == day);
        await (await planner.GetAsync("/admin/agenda")).Form("form[action*=Usual]").SendAsync();
        Assert.Contains(await FreeAsync(), time => DateOnly.FromDateTime(time.StartsAt.AddHours(-3)) == day);

        var refused = await (await planner.GetAsync("/admin/agenda")).Form("form:has([name='Week.Tuesday'])").Fill("Week.Tuesday", "cedo").SendAsync();
        Assert.Contains("Escreva os horários assim", refused.Text, StringComparison.Ordinal);
    }

    Task<IReadOnlyList<FreeTime>> FreeAsync() => AskAsync(async bookings =>
    {
        var (planner, now) = (await site.Database.AskAsync<Guid>($"select id from accounts.account where email = '{Person.Planner.Email}'"), site.Clock.GetUtcNow().UtcDateTime);
        return await bookings.FreeAsync([planner], now, now.AddDays(30), CancellationToken.None);
    });

    async Task<T> AskAsync<T>(Func<IBookings, Task<T>> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<IBookings>());
    }
}
