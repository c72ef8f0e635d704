using System.Globalization;

using Percurso.Kernel.Print;
using Percurso.Production.Papers;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Print;

public sealed class LabelTests
{
    [Fact]
    public async Task A_label_bears_a_code_that_a_phone_reads()
    {
        const string address = "https://guias.example/admin/producao/019ab2c4-7d11-7f3e-8a55-0c2f6b7d9e10";
        var text = new LabelText("Guias", "2026-0042", "Paciente M. L.", ["Clínica Moraes", "Guia cirúrgico"], "NÃO ESTÉRIL", CultureInfo.GetCultureInfo("pt-BR")) { Path = (7, 7) };

        Assert.Equal(address, await LabelCode.ReadAsync(Label.Write(text, PrintPapers.CodeOf(address))));
    }
}
