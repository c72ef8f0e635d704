using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Npgsql;

using Percurso.Content.Contracts;
using Percurso.Kernel.Data;
using Percurso.Kernel.Events;
using Percurso.Kernel.Jobs;
using Percurso.Testing;
using Percurso.Testing.Databases;
using Percurso.Testing.Mail;

using Quartz;

namespace Percurso.Tests.Kills;

/// <summary>Several hosts share one database without stepping on each other's feet.</summary>
public sealed class ManyNodesTests : IAsyncLifetime
{
    readonly SmtpServer mail = new();
    readonly Messages messages = new();
    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabases.CreateAsync();

    public async ValueTask DisposeAsync()
    {
        await TestDatabases.DropAsync(database);
        await mail.DisposeAsync();
    }

    [Fact]
    public async Task Ten_that_start_at_once_on_an_empty_database_all_come_up()
    {
        var nodes = Enumerable.Range(0, 10).Select(_ => new Node(database, mail)).ToList();

        await Task.WhenAll(nodes.Select(node => node.StartAsync()));

        foreach (var node in nodes) Assert.Equal(200, (int)(await node.Visitor().GetAsync("/health/ready")).Status);
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_one_handles_each_fact()
    {
        await using var one = new Node(database, mail);
        await using var other = new Node(database, mail);
        await Task.WhenAll(one.StartAsync(), other.StartAsync());

        await Task.WhenAll(new[] { one, one, other, other }.Select(async node =>
        {
            var visitor = node.Visitor();
            for (var message = 0; message < 15; message++) await messages.LeaveAsync(visitor);
        }));

        var account = new Account(database.ConnectionString);
        Assert.Equal(60, messages.Answered.Count);
        await account.IsSettledAsync();
        await account.IsRightAsync(messages, mail);
        Assert.Equal(2 * 60, mail.Letters.Count);
    }

    [Fact]
    public async Task Of_two_one_runs_each_round_of_a_job()
    {
        var account = new Account(database.ConnectionString);
        await using (var connection = await account.OpenAsync())
        {
            await using var command = new NpgsqlCommand("create table public.tick (at timestamptz not null default clock_timestamp())", connection);
            await command.ExecuteNonQueryAsync();
        }

        await using var one = new Node(database, mail, AddTick);
        await using var other = new Node(database, mail, AddTick);
        await one.StartAsync();
        await other.StartAsync();
        await Eventually.IsSoAsync("eight rounds", async () => await account.CountAsync("select count(*) from tick") >= 8, TimeSpan.FromSeconds(60));

        // A round a second, late ones made up for; two nodes that both ran each would make two.
        Assert.Equal(0, await account.CountAsync("select count(*) from (select count(*) - 1 as rounds, extract(epoch from max(at) - min(at)) as seconds from tick) as all_of_them where rounds > 1.5 * seconds + 1"));
    }

    [Fact]
    public async Task A_handler_that_always_fails_delays_nobody()
    {
        await using var node = new Node(database, mail, services => services.AddHandler<MessageLeft, Stumble>("tests.stumble"));
        await node.StartAsync();
        var visitor = node.Visitor();

        for (var message = 0; message < 20; message++) await messages.LeaveAsync(visitor);

        var account = new Account(database.ConnectionString);
        await Eventually.IsSoAsync(
            "the letters of all the messages", async () => await account.CountAsync("select count(*) from kernel.letter where sent_at is not null") == 40,
            TimeSpan.FromSeconds(20));
        Assert.Equal(20, await account.CountAsync("select count(*) from kernel.delivery where done_at is null and handler = 'tests.stumble'"));
        Assert.Equal(20, await account.CountAsync("select count(*) from kernel.delivery where attempts > 0 and error like '%on purpose%'"));
    }

    static void AddTick(IServiceCollection services)
    {
        services.AddJob<Tick>();
        services.AddQuartz(quartz =>
        {
            quartz.AddJob(typeof(QuartzRun), job => job.WithIdentity(nameof(Tick)).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(nameof(Tick)).WithIdentity(nameof(Tick))
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(TimeSpan.FromSeconds(1)).RepeatForever()));
        });
    }

    sealed class Tick(KernelDb db) : Kernel.Jobs.IJob
    {
        public static JobSchedule When => JobSchedule.Every(TimeSpan.FromSeconds(1));

        public Task RunAsync(CancellationToken cancel) => db.Database.ExecuteSqlAsync($"insert into tick default values", cancel);
    }

    sealed class Stumble : IHandle<MessageLeft>
    {
        public Task HandleAsync(MessageLeft fact, CancellationToken cancel) => throw new InvalidOperationException("It fails on purpose.");
    }
}
