using System.Text;

namespace Percurso.Kernel.Flow;

/// <summary>A flow for people to read: as the table that the specification prints, and as a picture in Mermaid's language.</summary>
public static class FlowDrawing
{
    /// <summary>A Markdown table, a line a row, in the table's own order.</summary>
    public static string Table<TState, TRole, TMove, TSubject>(this Flow<TState, TRole, TMove, TSubject> flow)
        where TState : struct, Enum
        where TRole : struct, Enum
        where TMove : struct, Enum
    {
        var text = new StringBuilder("| in | who | may | leading to | unless |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in flow)
            text.Append(null, $"| {row.In} | {row.Who} | {row.May} | {row.LeadingTo} | {string.Join(" ", row.Unless.Select(obstacle => obstacle.Words))} |\n");
        return text.ToString();
    }

    /// <summary>A Mermaid state diagram: arrows named by move and role, parallel ones on one line.</summary>
    public static string Diagram<TState, TRole, TMove, TSubject>(this Flow<TState, TRole, TMove, TSubject> flow)
        where TState : struct, Enum
        where TRole : struct, Enum
        where TMove : struct, Enum
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var arrow in flow.GroupBy(row => (row.In, row.LeadingTo)))
            text.Append(null, $"  {arrow.Key.In} --> {arrow.Key.LeadingTo}: {string.Join(", ", arrow.Select(row => $"{row.May} ({row.Who})"))}\n");
        return text.ToString();
    }
}
