using Percurso.Files.Checks.Dicom;

namespace Percurso.Domain.Tests.Files;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("SOUZA^ANA LUCIA^DE", "Ana Lúcia de Souza")]
    [InlineData("Ana Lúcia Souza", "Ana Lúcia de Souza")]
    [InlineData("SOUZA^ANA L", "Ana Lúcia de Souza")]
    [InlineData("SOUZA^ANA^L?CIA", "Ana Lúcia de Souza")]
    [InlineData("souza ana", "Ana Lúcia de Souza")]
    [InlineData("D'AVILA^JOSE", "José D'Ávila")]
    [InlineData("SOUZA^ANA=山田^花子", "Ana Souza")]
    public void Writing_a_name_otherwise_is_no_other_name(string inExam, string inCase) => Assert.Equal(NameMatch.Same, PersonName.Compare(inExam, inCase));

    [Theory]
    [InlineData("SOUZA^ANA PAULA", "Ana Lúcia de Souza")]
    [InlineData("ANA", "Ana Lúcia de Souza")]
    public void What_could_be_the_same_person_is_near(string inExam, string inCase) => Assert.Equal(NameMatch.Near, PersonName.Compare(inExam, inCase));

    [Theory]
    [InlineData("LIMA^PEDRO", "Ana Lúcia de Souza")]
    [InlineData("SANTOS^ANA", "Ana Lúcia de Souza")]
    [InlineData("DE^DA^X", "Ana Lúcia de Souza")]
    public void Another_person_is_another(string inExam, string inCase) => Assert.Equal(NameMatch.Other, PersonName.Compare(inExam, inCase));

    [Theory]
    [InlineData("")]
    [InlineData("^^^^")]
    [InlineData("ANONYMOUS^")]
    public void An_exam_of_nobody_has_no_name(string inExam) => Assert.Equal(NameMatch.None, PersonName.Compare(inExam, "Ana Lúcia de Souza"));
}
