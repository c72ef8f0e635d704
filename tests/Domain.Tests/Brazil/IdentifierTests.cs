using Percurso.Kernel;
using Percurso.Kernel.Brazil;

namespace Percurso.Domain.Tests.Brazil;

public sealed class IdentifierTests
{
    public static TheoryData<string> GoodCpf => Vectors.Of("cpf", "valid");
    public static TheoryData<string> BadCpf => Vectors.Of("cpf", "invalid");
    public static TheoryData<string> GoodCnpj => [.. Vectors.Of("cnpj", "valid"), .. Vectors.Of("cnpj", "valid_computed"), "12abc34501de35"];
    public static TheoryData<string> BadCnpj => Vectors.Of("cnpj", "invalid");
    public static TheoryData<string> GoodCep => Vectors.Of("cep", "valid");
    public static TheoryData<string> BadCep => Vectors.Of("cep", "invalid");

    [Theory, MemberData(nameof(GoodCpf))]
    public void A_CPF_is_taken(string text) => Assert.Equal(Bare(text), Cpf.Parse(text).Value);

    [Theory, MemberData(nameof(BadCpf))]
    public void What_is_no_CPF_is_refused(string text) => Assert.False(Cpf.TryParse(text, out _));

    [Theory, MemberData(nameof(GoodCnpj))]
    public void A_CNPJ_old_or_new_is_taken(string text) => Assert.Equal(Bare(text).ToUpperInvariant(), Cnpj.Parse(text).Value);

    [Theory, MemberData(nameof(BadCnpj))]
    public void What_is_no_CNPJ_is_refused(string text) => Assert.False(Cnpj.TryParse(text, out _));

    [Theory, MemberData(nameof(GoodCep))]
    public void A_CEP_is_taken(string text) => Assert.Equal(Bare(text), Cep.Parse(text).Value);

    [Theory, MemberData(nameof(BadCep))]
    public void What_is_no_CEP_is_refused(string text) => Assert.False(Cep.TryParse(text, out _));

    [Theory]
    [InlineData(" 529 982 247 25 ", "529.982.247-25")]
    [InlineData("52998224725", "529.982.247-25")]
    [InlineData("529.982.247–25", "529.982.247-25")]
    [InlineData("529.982.247-25", "529.982.247-25")]
    public void People_punctuate_as_they_like_and_we_as_the_document(string typed, string shown) => Assert.Equal(shown, $"{Cpf.Parse(typed)}");

    [Fact]
    public void A_new_CNPJ_is_shown_as_its_example_is_printed() => Assert.Equal("12.ABC.345/01DE-35", $"{Cnpj.Parse("12abc34501de35")}");

    [Theory]
    [InlineData("01001 000")]
    [InlineData("01.001-000")]
    public void A_CEP_is_shown_with_its_hyphen(string typed) => Assert.Equal("01001-000", $"{Cep.Parse(typed)}");

    [Theory]
    [InlineData("\u212A2ABC34501DE35")]
    [InlineData("１２ABC34501DE35")]
    public void Letters_and_digits_of_other_alphabets_are_none_of_ours(string text) => Assert.False(Cnpj.TryParse(text, out _));

    [Fact]
    public void Lists_and_logs_show_too_little_to_use()
    {
        Assert.Equal("***.982.247-**", Cpf.Parse("529.982.247-25").Masked);
        Assert.Equal("**.ABC.345/****-**", Cnpj.Parse("12.ABC.345/01DE-35").Masked);
        Assert.Equal("01001-***", Cep.Parse("01001-000").Masked);
    }

    [Fact]
    public void A_refusal_says_what_is_wanted()
    {
        Assert.Equal(Cpf.Refusal, Assert.Throws<RuleBrokenException>(() => Cpf.Parse("1")).Words);
        Assert.Equal(Cep.Refusal, Assert.Throws<RuleBrokenException>(() => Cep.Parse(null)).Words);
        Assert.False(Cnpj.TryParse(new('1', 100_000), out _));
    }

    [Fact]
    public void The_same_identifier_is_equal_however_it_was_typed() => Assert.Equal(Cpf.Parse("529.982.247-25"), Cpf.Parse("52998224725"));

    [Fact]
    public void There_are_27_states()
    {
        Assert.Equal(27, Uf.All.Count);
        Assert.Equal("São Paulo", Uf.Parse(" sp ").Name);
        Assert.False(Uf.TryParse("XX", out _));
    }

    [Theory]
    [InlineData("CRO-SP 12345", "CRO-SP CD 12345")]
    [InlineData("cro/sp 12.345", "CRO-SP CD 12345")]
    [InlineData("CROSP12345", "CRO-SP CD 12345")]
    [InlineData("SP 12345", "CRO-SP CD 12345")]
    [InlineData("12345/SP", "CRO-SP CD 12345")]
    [InlineData("CRO-MG-TPD-077", "CRO-MG TPD 77")]
    [InlineData("EPAO 1234567 RJ", "CRO-RJ EPAO 1234567")]
    [InlineData("SP-CD-12345", "CRO-SP CD 12345")]
    public void A_CRO_is_read_in_any_order(string typed, string shown)
    {
        Assert.Equal(shown, $"{Cro.Parse(typed)}");
        Assert.Equal(Cro.Parse(typed), Cro.Parse(Cro.Parse(typed).Value));
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("CRO-XX 12345")]
    [InlineData("CRO-SP")]
    [InlineData("CRO-SP 0")]
    [InlineData("CRO-SP 12345678")]
    [InlineData("CRO-SP 123 456")]
    [InlineData("CRO-SP-RJ 12345")]
    [InlineData("CRM-SP 12345")]
    [InlineData("CRO-SP CD TPD 12345")]
    public void What_names_no_registration_is_refused(string typed) => Assert.False(Cro.TryParse(typed, out _));

    static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
