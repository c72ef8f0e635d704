using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using Percurso.Content.Orchard;

namespace Percurso.Content.Data;

static class OrchardTables
{
    static readonly ValueConverter<IReadOnlyList<Finding>, string> json = new(
        report => JsonSerializer.Serialize(report, JsonSerializerOptions.Web),
        stored => JsonSerializer.Deserialize<List<Finding>>(stored, JsonSerializerOptions.Web)!);

    /// <summary>A report is set anew, never added to.</summary>
    static readonly ValueComparer<IReadOnlyList<Finding>> same = new((one, other) => ReferenceEquals(one, other), report => report.Count, report => report);

    public static void Map(ModelBuilder model) => model.Entity<OrchardUpload>(upload =>
    {
        upload.ToTable("OrchardUpload").HasKey(row => row.Id);
        upload.Property(row => row.Id).ValueGeneratedNever();
        upload.Property(row => row.FileName).HasMaxLength(OrchardUpload.NameLength);
        upload.Property(row => row.Report).HasColumnType("jsonb").HasConversion(json, same);
    });
}
