using Percurso.Cases.Domain;

namespace Percurso.Domain.Tests.Cases;

public sealed class FdiTests
{
    [Fact]
    public void There_are_32_permanent_teeth_and_20_milk_teeth()
    {
        Assert.Equal(32, Fdi.Upper.Concat(Fdi.Lower).Distinct().Count(Fdi.IsTooth));
        Assert.Equal(20, Fdi.UpperDeciduous.Concat(Fdi.LowerDeciduous).Distinct().Count(Fdi.IsTooth));
        Assert.Equal(52, Enumerable.Range(-100, 300).Count(Fdi.IsTooth));
    }

    [Theory]
    [InlineData(19)]
    [InlineData(50)]
    [InlineData(56)]
    [InlineData(91)]
    [InlineData(8)]
    public void What_is_no_tooth_is_none(int number) => Assert.False(Fdi.IsTooth(number));
}
