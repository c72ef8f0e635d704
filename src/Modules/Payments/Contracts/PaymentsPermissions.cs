namespace Percurso.Payments.Contracts;

public static class PaymentsPermissions
{
    /// <summary>To see charges, who paid them, and the day's total.</summary>
    public const string SeeCharges = "payments.see-charges";

    /// <summary>To confirm by hand, refund, credit, cancel.</summary>
    public const string HandleCharges = "payments.handle-charges";

    /// <summary>To change the price list.</summary>
    public const string ManagePrices = "payments.manage-prices";

    /// <summary>To make coupons and keep sponsors.</summary>
    public const string ManageCoupons = "payments.manage-coupons";
}
