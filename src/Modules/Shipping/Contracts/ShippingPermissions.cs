namespace Percurso.Shipping.Contracts;

public static class ShippingPermissions
{
    /// <summary>To change what freight costs and how long it takes.</summary>
    public const string ManageFreight = "shipping.manage-freight";
}
