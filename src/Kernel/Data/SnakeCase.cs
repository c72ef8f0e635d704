using System.Text.RegularExpressions;

using Microsoft.EntityFrameworkCore;

namespace Percurso.Kernel.Data;

/// <summary>Names tables, columns, keys and indexes as SQL is written by hand: <c>kernel.letter_attempt.letter_id</c>.</summary>
static partial class SnakeCase
{
    public static void UseSnakeCase(this ModelBuilder model)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(type => !type.IsMappedToJson()))
        {
            if (type.GetTableName() is { } table) type.SetTableName(Snake(table));
            foreach (var property in type.GetProperties()) property.SetColumnName(Snake(property.GetColumnName()));
            foreach (var key in type.GetKeys()) key.SetName(Snake(key.GetName()!));
            foreach (var index in type.GetIndexes()) index.SetDatabaseName(Snake(index.GetDatabaseName()!));
            foreach (var link in type.GetForeignKeys())
                if (link.GetConstraintName() is { } name) link.SetConstraintName(Snake(name));
        }

        foreach (var json in model.Model.GetEntityTypes().Where(type => type.IsMappedToJson()))
            if (json.GetContainerColumnName() is { } column) json.SetContainerColumnName(Snake(column));
    }

    public static string Snake(string name) => Hump().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Hump();
}
