using Npgsql;

using Percurso.Testing;

namespace Percurso.Tests.Harness;

/// <summary>What the tests of rights and forms rely on: that a row which changed is seen, and one that did not is not.</summary>
public sealed class RowsTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("update kernel.setting set value = value", "kernel.setting")]
    [InlineData("delete from kernel.setting where key = (select min(key) from kernel.setting)", "kernel.setting")]
    [InlineData("insert into kernel.setting (key, value) values ('x', '{}')", "kernel.setting")]
    [InlineData("select 1", "")]
    public async Task A_table_that_changed_is_named(string sql, string table)
    {
        var before = await site.RowsAsync();
        await using var source = NpgsqlDataSource.Create(site.Database.ConnectionString);
        await using (var change = source.CreateCommand(sql)) await change.ExecuteNonQueryAsync();

        Assert.Equal(table, string.Join(", ", (await site.RowsAsync()).ChangedSince(before)));
    }
}
