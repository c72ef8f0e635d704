using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using Percurso.Content.Menus;

namespace Percurso.Content.Data;

static class MenuTables
{
    static readonly ValueConverter<IReadOnlyList<MenuEntry>, string> json = new(
        entries => JsonSerializer.Serialize(entries, JsonSerializerOptions.Web),
        stored => JsonSerializer.Deserialize<List<MenuEntry>>(stored, JsonSerializerOptions.Web)!);

    /// <summary>A verb always sets another list.</summary>
    static readonly ValueComparer<IReadOnlyList<MenuEntry>> same = new((one, other) => ReferenceEquals(one, other), entries => entries.Count, entries => entries);

    public static void Map(ModelBuilder model) => model.Entity<SiteMenu>(menu =>
    {
        menu.ToTable("Menu").HasKey(row => row.Id);
        menu.Property(row => row.Entries).HasColumnType("jsonb").HasConversion(json, same);
        menu.HasIndex(row => new { row.Place, row.Culture }).IsUnique();
        menu.Ignore(row => row.All);
    });
}
