
using Microsoft.EntityFrameworkCore;

namespace Percurso.Kernel.Data;

/// <summary>Functions of the database that queries may use.</summary>
public static class Sql
{
    /// <summary>Text as one searches it, without accents and in small letters: <c>row => Sql.Plain(row.Name).Contains(Sql.Plain(typed))</c>.</summary>
    public static string Plain(string words) => throw new NotSupportedException("Only in a query.");

    internal static void MapFunctions(ModelBuilder model) =>
        model.HasDbFunction(typeof(Sql).GetMethod(nameof(Plain))!).HasSchema(KernelDb.Schema).HasName("plain");
}
