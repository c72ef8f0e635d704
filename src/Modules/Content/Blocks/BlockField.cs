using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

using Percurso.Content.Contracts;

namespace Percurso.Content.Blocks;

/// <summary>One field of a block's settings, read from the record.</summary>
/// <param name="Name">As JSON and the form have it.</param>
/// <param name="Item">Of a list: the type of its items.</param>
sealed record BlockField(string Name, FieldAttribute Field, Type Type, Type? Item)
{
    static readonly ConcurrentDictionary<Type, IReadOnlyList<BlockField>> known = new();

    public static IReadOnlyList<BlockField> Of(Type settings) => known.GetOrAdd(settings, type =>
    [
        .. from property in type.GetProperties()
           let field = property.GetCustomAttribute<FieldAttribute>()
           where field is not null
           let list = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
           select new BlockField(
               JsonNamingPolicy.CamelCase.ConvertName(property.Name), field, property.PropertyType, list ? property.PropertyType.GetGenericArguments()[0] : null),
    ]);

    /// <summary>Of an enum: what each choice is stored as and called.</summary>
    public IEnumerable<(string Value, string Label)> Choices =>
        from member in Type.GetFields(BindingFlags.Public | BindingFlags.Static)
        select (JsonNamingPolicy.CamelCase.ConvertName(member.Name), member.GetCustomAttribute<FieldAttribute>()?.Label ?? member.Name);
}
