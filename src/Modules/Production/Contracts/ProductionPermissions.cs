namespace Percurso.Production.Contracts;

public static class ProductionPermissions
{
    /// <summary>To see the queue, move orders through it, print their papers, send them.</summary>
    public const string Work = "production.work";

    /// <summary>To keep printers and lots of resin.</summary>
    public const string KeepStock = "production.keep-stock";

    /// <summary>To say of which materials things are printed, and what each costs more.</summary>
    public const string EditMaterials = "production.edit-materials";
}
