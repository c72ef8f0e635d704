using System.Globalization;

using Percurso.Kernel;

namespace Percurso.Domain.Tests.Payments;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("1234,50", 123_450)]
    [InlineData("R$ 1.234,50", 123_450)]
    [InlineData("1,234.5", 123_450)]
    [InlineData("1.234", 123_400)]
    [InlineData("12", 1_200)]
    [InlineData(",5", 50)]
    public void What_people_type_is_read(string typed, long cents)
    {
        Assert.True(Money.TryParse(typed, out var found));
        Assert.Equal(cents, found.Cents);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("muito")]
    [InlineData("999999999999")]
    public void What_is_no_amount_is_refused(string typed) => Assert.False(Money.TryParse(typed, out _));

    [Fact]
    public void It_is_shown_in_the_readers_language()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("pt-BR");
        Assert.Equal("R$\u00a01.234,50", new Money(123_450).ToString());
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");
        Assert.Equal("R$\u00a01,234.50", new Money(123_450).ToString());
    }
}
