using System.Xml.Linq;

using Microsoft.AspNetCore.DataProtection.Repositories;

using Npgsql;

namespace Percurso.Kernel.Security;

/// <summary>One data-protection key, as XML.</summary>
sealed record KeyRow(string Name, string Xml);

/// <summary>The key ring, in the database, so that what one node protects another can read. Its interface is not asynchronous.</summary>
sealed class KeyRing(NpgsqlDataSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var select = source.CreateCommand("select xml from kernel.key");
        using var reader = select.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var insert = source.CreateCommand(
            "insert into kernel.key (name, xml) values ($1, $2) on conflict (name) do update set xml = excluded.xml");
        insert.Parameters.AddWithValue(friendlyName);
        insert.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        insert.ExecuteNonQuery();
    }
}
