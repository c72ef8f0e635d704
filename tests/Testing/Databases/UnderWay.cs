using Npgsql;

namespace Percurso.Testing.Databases;

/// <summary>What a site does after it has answered: facts on their way to those who listen, letters on their way out.</summary>
static class UnderWay
{
    const string What =
        """
        select coalesce(string_agg(what, '; '), '') from (
            select handler || ', tries: ' || attempts || coalesce(', ' || left(error, 200), '') as what
            from kernel.delivery where done_at is null and set_aside_at is null and not_before <= @now
            union all
            select 'letter ' || name || ', tries: ' || attempts
            from kernel.letter l where sent_at is null and given_up_at is null
              and (not_before <= @now or attempts > (select count(*) from kernel.letter_attempt where letter_id = l.id))) under_way
        """;

    /// <summary>Returns when nothing is on its way but what waits for a later time.</summary>
    /// <param name="database">The site's.</param>
    /// <param name="now">By the site's clock, UTC.</param>
    /// <param name="patience">A demonstration that has just been made sends hundreds of letters.</param>
    public static async Task EndsAsync(TestDatabase database, DateTime now, TimeSpan? patience = null)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var what = "";
        try
        {
            await Eventually.IsSoAsync("the facts and letters under way", async () =>
            {
                await using var ask = new NpgsqlCommand(What, connection) { Parameters = { new("now", now) } };
                return (what = (string)(await ask.ExecuteScalarAsync())!).Length == 0;
            }, patience);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} Still under way: {what}", late);
        }
    }
}
