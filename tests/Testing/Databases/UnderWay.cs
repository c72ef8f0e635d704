using Npgsql;

namespace Percurso.Testing.Databases;

/// <summary>What a site does after it has answered: facts on their way to those who listen, letters on their way out.</summary>
static class UnderWay
{
    const string IsAny =
        """
        select exists (select from kernel.delivery where done_at is null and set_aside_at is null and not_before <= @now)
            or exists (select from kernel.letter l where sent_at is null and given_up_at is null
                       and (not_before <= @now or attempts > (select count(*) from kernel.letter_attempt where letter_id = l.id)))
        """;

    /// <summary>Returns when nothing is on its way but what waits for a later time.</summary>
    public static async Task EndsAsync(TestDatabase database, DateTime now)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await Eventually.IsSoAsync("the facts and letters under way", async () =>
        {
            await using var ask = new NpgsqlCommand(IsAny, connection) { Parameters = { new("now", now) } };
            return await ask.ExecuteScalarAsync() is false;
        });
    }
}
