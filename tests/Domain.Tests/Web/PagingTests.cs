using Percurso.Kernel.Web;

namespace Percurso.Domain.Tests.Web;

public sealed class PagingTests
{
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(3, 0, 1)]
    [InlineData(2, 25, 1)]
    [InlineData(2, 26, 2)]
    [InlineData(-7, 60, 1)]
    [InlineData(int.MaxValue, 60, 3)]
    public void A_page_that_is_not_there_becomes_the_nearest(int asked, int total, int shown) =>
        Assert.Equal(shown, Paging.Within(asked, 25, total));
}
