using Percurso.Kernel.Web;
using Percurso.Payments.Finance;

namespace Percurso.Domain.Tests.Payments;

public sealed class SheetsAndProofsTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-", "'-")]
    [InlineData("-1.234,50", "-1.234,50")]
    [InlineData("  +55 11", "'  +55 11")]
    [InlineData("\tx", "'\tx")]
    [InlineData("Ana; \"a dentista\"", "\"Ana; \"\"a dentista\"\"\"")]
    [InlineData("=cmd;x", "\"'=cmd;x\"")]
    [InlineData("1.234,50", "1.234,50")]
    public void Nothing_in_a_sheet_is_a_formula(string text, string cell) => Assert.Equal(cell, Csv.Cell(text));

    [Fact]
    public void What_a_proof_is_its_first_bytes_say()
    {
        Assert.Equal("application/pdf", ProofFile.TypeOf("%PDF-1.7 …"u8)?.Type);
        Assert.Equal("image/jpeg", ProofFile.TypeOf([0xFF, 0xD8, 0xFF, 0xE0])?.Type);
        Assert.Null(ProofFile.TypeOf("<html><script>"u8));
        Assert.Null(ProofFile.TypeOf([]));
    }
}
