using Npgsql;

using Percurso.Testing;
using Percurso.Testing.Mail;

namespace Percurso.Tests.Kills;

/// <summary>What the database and the mail server hold of the messages when all has come to rest.</summary>
sealed class Account(string connectionString)
{
    /// <summary>Waits until every fact has been handled and every letter has gone.</summary>
    public Task IsSettledAsync() => Eventually.IsSoAsync(
        "every fact to be handled and every letter to be sent",
        async () => await CountAsync("select (select count(*) from kernel.delivery where done_at is null) + (select count(*) from kernel.letter where sent_at is null)") == 0,
        TimeSpan.FromSeconds(90));

    /// <summary>
    /// Every message that was thanked for is there. Of every message that is there each handler has written its letter once:
    /// one to the company, with the words, and one to the visitor. Each letter has arrived, under one Message-ID however often.
    /// </summary>
    public async Task IsRightAsync(Messages messages, SmtpServer mail)
    {
        var kept = await TextsAsync("select text from content.message");
        var received = mail.Letters.Select(letter => $"{letter.To.Single()} {letter.MessageId}").ToHashSet();
        Assert.Empty(messages.Answered.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());

        Assert.Equal(kept.Count, await CountAsync("select count(*) from kernel.fact"));
        Assert.Equal(2 * kept.Count, await CountAsync("select count(*) from kernel.delivery where done_at is not null"));

        Assert.Equal(2 * kept.Count, await CountAsync("select count(*) from kernel.letter"));
        Assert.Equal(kept.Count, await CountAsync("select count(*) from content.message m join kernel.letter l on l.text like '%' || m.text || '%'"));
        Assert.Equal(kept.Count, await CountAsync("select count(*) from content.message m join kernel.letter l on l.to_address = m.email"));

        foreach (var letter in await TextsAsync("select to_address || ' ' || '<' || message_id || '>' from kernel.letter"))
            Assert.Contains(letter, received);
        Assert.Equal(2 * kept.Count, received.Count);
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var ask = new NpgsqlCommand(sql, connection);
        return (long)(await ask.ExecuteScalarAsync())!;
    }

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    async Task<List<string>> TextsAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var ask = new NpgsqlCommand(sql, connection);
        await using var reader = await ask.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }
}
