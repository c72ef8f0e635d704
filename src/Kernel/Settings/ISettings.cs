using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using Percurso.Kernel.Data;

namespace Percurso.Kernel.Settings;

/// <summary>One group of settings, as JSON under its key.</summary>
sealed record SettingRow(string Key, string Value);

/// <summary>
/// What administrators and recipes set, kept in the database and so the same on every node: a record per group, stored under
/// the key the group names. What the operator sets (addresses, secrets) is configuration instead.
/// </summary>
public interface ISettings
{
    /// <summary>The group, or null where nothing has set it. Read from the database once a request.</summary>
    Task<T?> FindAsync<T>(CancellationToken cancel) where T : class, ISettingsGroup;

    /// <summary>Sets the group, whatever was there.</summary>
    Task SetAsync<T>(T group, CancellationToken cancel) where T : class, ISettingsGroup;
}

/// <summary>A group of settings.</summary>
public interface ISettingsGroup
{
    /// <summary>Module and group, <c>content.first-page</c>: stored, so never renamed.</summary>
    static abstract string Key { get; }
}

sealed class StoredSettings(KernelDb db) : ISettings
{
    readonly Dictionary<string, object?> read = [];

    public async Task<T?> FindAsync<T>(CancellationToken cancel) where T : class, ISettingsGroup
    {
        if (read.TryGetValue(T.Key, out var known)) return (T?)known;

        var key = T.Key;
        var row = await db.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, cancel);
        var found = row is null ? null : JsonSerializer.Deserialize<T>(row.Value, JsonSerializerOptions.Web);
        read[T.Key] = found;
        return found;
    }

    public async Task SetAsync<T>(T group, CancellationToken cancel) where T : class, ISettingsGroup
    {
        var value = JsonSerializer.Serialize(group, JsonSerializerOptions.Web);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into kernel.setting (key, value) values ({T.Key}, {value}::jsonb)
            on conflict (key) do update set value = excluded.value where kernel.setting.value is distinct from excluded.value
            """, cancel);
        read[T.Key] = group;
    }
}
