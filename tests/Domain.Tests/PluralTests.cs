using Percurso.Kernel.Localization;

namespace Percurso.Domain.Tests;

public sealed class PluralTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(21, 0)]
    [InlineData(101, 0)]
    [InlineData(2, 1)]
    [InlineData(24, 1)]
    [InlineData(0, 2)]
    [InlineData(5, 2)]
    [InlineData(11, 2)]
    [InlineData(12, 2)]
    [InlineData(14, 2)]
    [InlineData(111, 2)]
    public void Russian_counts_in_three_forms(long count, int form) => Assert.Equal(form, PluralRule.Russian(count));
}
