using Percurso.Kernel;
using Percurso.Kernel.Brazil;

namespace Percurso.Shipping.Contracts;

/// <summary>A box as it is handed over.</summary>
/// <param name="Grams">What the scales say.</param>
/// <param name="Length">In centimetres, like the others.</param>
public sealed record Parcel(int Grams, int Length, int Width, int Height)
{
    /// <summary>Above this a large light box counts by its size.</summary>
    const int CubicFrom = 5_000;

    /// <summary>The carriers' rule: a litre and a half counts as 250 g (C × L × A / 6000 kg) once that is above five kilograms and above the real weight.</summary>
    public int ChargedGrams => (int)Math.Ceiling(Length * Width * Height / 6.0) is var cubic && cubic > CubicFrom && cubic > Grams ? cubic : Grams;
}

/// <summary>One way to send it.</summary>
/// <param name="Service">The service's key, <c>sedex</c>.</param>
/// <param name="BusinessDays">From posting to delivery.</param>
public sealed record FreightOption(string Service, string Title, string TitleEn, Money Price, int BusinessDays);

public interface IFreight
{
    /// <summary>Cheapest first; empty where no service of the table reaches.</summary>
    Task<IReadOnlyList<FreightOption>> QuoteAsync(Cep to, Parcel parcel, CancellationToken cancel);
}
