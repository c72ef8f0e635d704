namespace Percurso.Kernel.Web;

/// <summary>Which part of a list a page shows. The number comes from the address, where anybody may write anything.</summary>
public static class Paging
{
    /// <summary>The page asked for, or the nearest there is; an empty list has one.</summary>
    /// <param name="asked">Counted from 1.</param>
    /// <param name="size">Lines on a page.</param>
    /// <param name="total">Lines in the whole list.</param>
    public static int Within(int asked, int size, int total) => Math.Clamp(asked, 1, Math.Max(1, (total + size - 1) / size));
}
