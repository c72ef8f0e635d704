using Percurso.Shipping.Contracts;

namespace Percurso.Domain.Tests.Shipping;

public sealed class ParcelTests
{
    [Theory]
    [InlineData(300, 20, 15, 8, 300)]       // 400 g by its size, which does not count below five kilograms
    [InlineData(300, 40, 40, 18, 300)]      // 4 800 g by its size
    [InlineData(300, 40, 40, 20, 5_334)]    // 5 333,3 g by its size
    [InlineData(9_000, 40, 40, 20, 9_000)]
    public void A_large_light_box_counts_by_its_size(int grams, int length, int width, int height, int counted) =>
        Assert.Equal(counted, new Parcel(grams, length, width, height).ChargedGrams);
}
