using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>
/// One case from the empty form to its file: the dentist, the planner, a phone and a radiology centre, then whoever reviews and whoever prints, by the pages
/// alone, with the letters read that each step sends.
/// </summary>
public sealed partial class WholeCaseTests(ListeningShop site) : IClassFixture<ListeningShop>, IAsyncLifetime
{
    static readonly Person reviewer = Person.Planner with { Role = "reviewer", Name = "Rui Andrade", Email = "revisao@demo.localhost" };
    static readonly Person operating = Person.Planner with { Role = "production", Name = "Caio Leite", Email = "producao@demo.localhost" };
    static readonly string[] letters = ["Recebemos o pagamento", "videoconferência", "os guias foram enviados"];

    Tab dentist = null!, planner = null!;

    /// <summary>Of the case.</summary>
    string path = "";

    public async ValueTask InitializeAsync()
    {
        (dentist, planner) = (await Tab.OpenAsync(site), await Tab.OpenAsync(site));
        await (await SignInPage.OpenAsync(dentist, "/inicio")).EnterAsync(Person.Dentist);
        await (await SignInPage.OpenAsync(planner)).EnterAsync(Person.Planner);
    }

    public async ValueTask DisposeAsync()
    {
        await dentist.DisposeAsync();
        await planner.DisposeAsync();
    }

    [Fact]
    public async Task A_case_walks_all_seven_steps_and_its_file_holds_what_was_sent_byte_for_byte()
    {
        await OpenAndReadAsync();
        await PayAsync();
        await FilesAsync();
        await PreviewAsync();
        await MeetAsync();
        await FinalPlanAsync();
        await PrintAsync();
        await TheFileHoldsAllAsync();
        await Eventually.IsSoAsync("the letters", async () =>
        {
            var subjects = (await site.LettersInFolderAsync(Person.Dentist.Email)).Select(letter => letter.Subject).ToList();
            Assert.DoesNotContain(subjects, subject => subject.Contains("Jandira", StringComparison.Ordinal));
            return letters.All(words => subjects.Exists(subject => subject.Contains(words, StringComparison.Ordinal)));
        });
    }

    async Task OpenAndReadAsync()
    {
        var page = dentist.Page;
        await FollowAsync(dentist, "Adicionar novo paciente");
        await page.GetByLabel("Nome do paciente").FillAsync("Jandira Nunes Prado");
        await page.GetByLabel("Nascimento").FillAsync("1972-09-08");
        await page.Locator(".tooth:has([value='24'])").ClickAsync();
        await PressAsync(dentist, "Abrir o caso");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Jandira Nunes Prado" }).WaitForAsync();
        path = new Uri(page.Url).AbsolutePath;
        await page.Locator(".turn-do a").First.ClickAsync();
        await PressAsync(dentist, "Li as orientações e sigo adiante");
        await page.GetByText("As orientações estão confirmadas.").WaitForAsync();
    }

    async Task PayAsync()
    {
        var checkout = await new CheckoutPage(dentist, path).OpenAsync();
        await checkout.ConfirmOrderAsync();
        await checkout.GoToTheTillAsync();
        await checkout.PayByAsync("Pagar com o cartão");
        await checkout.BecomesPaidAsync();
    }

    async Task PreviewAsync()
    {
        await PrepareAsync("preview", "arcada-superior.ply", "guia-v1.ply", "implante-24.ply");
        await ReleaseAsync("preview");
        await dentist.Page.GotoAsync($"{path}/passos/preview/revisao");
        await dentist.Page.Locator("case-viewer[ready]").WaitForAsync();
        await PressAsync(dentist, "Aprovar a versão 1");
        await dentist.Page.GetByText("Versão 1 aprovada").First.WaitForAsync();
    }

    async Task FinalPlanAsync()
    {
        await PrepareAsync("final-plan", "arcada-superior.ply", "guia-v1.ply", "implante-24.ply");
        await ReleaseAsync("final-plan");
        await dentist.Page.GotoAsync($"{path}/passos/final-plan/revisao");
        await dentist.Page.Locator("case-viewer[ready]").WaitForAsync();
        await dentist.ShowAsync("final-plan");
        await dentist.Page.Locator("form[action*=Approve] [name=Proof]").FillAsync(Person.Dentist.Password);
        await PressAsync(dentist, "Declarar e aprovar a versão 1");
        await dentist.Page.GetByText("Versão 1 aprovada").First.WaitForAsync();
        await dentist.ShowAsync("final-plan-approved");
        var handed = Hashes(await (await dentist.Page.APIRequest.GetAsync($"{path}/passos/final-plan/revisao/originais")).BodyAsync());
        foreach (var mesh in new[] { "arcada-superior.ply", "guia-v1.ply", "implante-24.ply" }) Assert.Contains(Hash(File.ReadAllBytes(Plan(mesh))), handed.Values);
    }

    /// <summary>The planner sends meshes, and the report where the step asks for one, and hands the version over.</summary>
    async Task PrepareAsync(string step, params string[] meshes)
    {
        var page = planner.Page;
        await page.GotoAsync($"{path}/passos/{step}/revisao/preparar");
        await page.Locator("file-slot").First.Locator("input[type=file]").SetInputFilesAsync(meshes.Select(Plan));
        await Assertions.Expect(page.GetByText("triângulos ·")).ToHaveCountAsync(meshes.Length, new() { Timeout = 60_000 });
        if (step == "final-plan")
        {
            await page.Locator("file-slot").Nth(1).Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "relatorio.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf(3) });
            await page.GetByText("Relatório desta versão:").WaitForAsync(new() { Timeout = 60_000 });
        }

        await page.GetByLabel("O que mudou nesta versão").FillAsync("Guia apoiado nos dentes, janelas no 12 e no 22.");
        await PressAsync(planner, "Enviar para conferência");
        await page.GetByText("Espera conferência").First.WaitForAsync();
    }

    async Task ReleaseAsync(string step)
    {
        await using var reviewing = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(reviewing, $"{path}/passos/{step}/revisao")).EnterAsync(reviewer);
        foreach (var tick in await reviewing.Page.Locator("[name=ticked]").AllAsync()) await tick.CheckAsync();
        await PressAsync(reviewing, "Liberar ao dentista");
        await reviewing.Page.GetByText("que ainda não abriu").First.WaitForAsync();
    }

    /// <summary>The dentist takes the first free time; at that time both are in the room, write a line each, and the planner's minutes are confirmed.</summary>
    async Task MeetAsync()
    {
        var address = $"{path}/passos/meeting/videoconferencia";
        await dentist.Page.GotoAsync(address);
        await dentist.Page.Locator(".time-chip").First.ClickAsync();
        await dentist.ShowAsync("meeting-times");
        await dentist.Page.Locator(".times-form .btn-primary").ClickAsync();
        await dentist.Page.GetByRole(AriaRole.Link, new() { Name = "Entrar na sala" }).First.WaitForAsync();
        var starts = await site.Database.AskAsync<DateTime>($"select starts_at from cases.meeting where case_id = '{path.Split('/')[2]}'");
        site.Clock.Pass(starts - site.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(5));

        foreach (var tab in new[] { planner, dentist })
        {
            await tab.Page.GotoAsync(address);
            await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Entrar na sala" }).First.ClickAsync();
            await tab.Page.Locator("[data-act=enter]").ClickAsync();
        }

        await planner.Page.Locator("[data-let-in]").ClickAsync();
        await dentist.Page.Locator("#room-text").FillAsync("O 24 está bom assim?");
        await dentist.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(planner.Page.Locator("[data-lines]")).ToContainTextAsync("O 24 está bom assim?");
        planner.Page.Dialog += (_, sure) => _ = sure.AcceptAsync();
        await planner.Page.Locator("[data-act=end]").ClickAsync();
        await planner.Page.GetByText("A videoconferência terminou").WaitForAsync();
        site.Clock.Pass(TimeSpan.FromHours(1));

        await planner.Page.GotoAsync(address);
        await planner.Page.GetByLabel("Decisões").FillAsync("O 24 fica onde está.\nJanelas no 12 e no 22.");
        await PressAsync(planner, "Enviar a ata ao dentista");
        await dentist.Page.GotoAsync(address);
        await PressAsync(dentist, "Confirmar a ata");
        await dentist.Page.GetByText("Confirmada por").WaitForAsync();
        await dentist.ShowAsync("meeting-minutes");
    }

    async Task PrintAsync()
    {
        var address = $"{path}/passos/printing/impressao";
        await dentist.Page.GotoAsync(address);
        await dentist.ShowAsync("printing-order");
        await dentist.Page.Locator(".print-choice .btn-primary").ClickAsync();
        await dentist.Page.Locator("#andamento").WaitForAsync();

        await using var printing = await Tab.OpenAsync(site);
        await (await SignInPage.OpenAsync(printing, "/admin/producao")).EnterAsync(operating);
        await printing.ShowAsync("production-queue");
        await printing.Page.GotoAsync($"/admin/producao/{await site.Database.AskAsync<Guid>($"select id from production.print_order where subject_id in (select id from cases.printing where case_id = '{path.Split('/')[2]}')")}");
        foreach (var button in new[] { "Começar a imprimir", "Passar ao acabamento", "As peças estão em ordem" }) await PressAsync(printing, button);
        foreach (var tick in await printing.Page.Locator("[name=ticked]").AllAsync()) await tick.CheckAsync();
        await printing.ShowAsync("production-order");
        await PressAsync(printing, "A caixa está fechada");
        await printing.Page.GetByLabel("Por quem vai").FillAsync("Portador");
        await printing.Page.GetByLabel("Não há código de rastreio").CheckAsync();
        await PressAsync(printing, "Foi enviado");
        await printing.Page.GetByText("Enviado").First.WaitForAsync();

        await Eventually.IsSoAsync("the guide to be on its way", async () =>
        {
            await dentist.Page.GotoAsync(address);
            return await dentist.Page.GetByRole(AriaRole.Button, new() { Name = "Recebi tudo em ordem" }).CountAsync() > 0;
        });
        await PressAsync(dentist, "Recebi tudo em ordem");
        await dentist.Page.GotoAsync(path);
        await dentist.Page.GetByText("Todos os passos estão prontos").First.WaitForAsync();
    }

    /// <summary>What the dentist takes away: what was sent in step 3, what was planned and approved, what was said and paid, each with its hash.</summary>
    async Task TheFileHoldsAllAsync()
    {
        await dentist.Page.GotoAsync($"{path}/historico");
        await dentist.ShowAsync("case-history");
        var file = await (await dentist.Page.APIRequest.GetAsync($"{path}/arquivo")).BodyAsync();
        var held = Hashes(file);
        foreach (var (name, bytes) in sent) Assert.Equal(Hash(bytes), held.Single(entry => entry.Key.StartsWith("arquivos/", StringComparison.Ordinal) && entry.Key.EndsWith($"_{name}", StringComparison.Ordinal)).Value);
        foreach (var mesh in new[] { "arcada-superior.ply", "guia-v1.ply", "implante-24.ply" }) Assert.Contains(Hash(File.ReadAllBytes(Plan(mesh))), held.Values);
        foreach (var ending in new[] { "_resumo.pdf", "_aprovacao.pdf", "meeting/conversa.csv", "meeting/historico.csv", "final-plan/versoes.csv", "pagamentos.csv", "notas.csv", "historico.csv", "impressao.csv" })
            Assert.True(held.Keys.Any(name => name.EndsWith(ending, StringComparison.Ordinal)), $"{ending} is not among {string.Join(", ", held.Keys)}.");

        using var zip = new ZipArchive(new MemoryStream(file));
        using var sums = new StreamReader(await zip.GetEntry("sha256.txt")!.OpenAsync(), Encoding.UTF8);
        Assert.Equal(
            held.Where(entry => entry.Key != "sha256.txt").Select(entry => $"{entry.Value}  {entry.Key}").Order(StringComparer.Ordinal),
            (await sums.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    static Dictionary<string, string> Hashes(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            return Convert.ToHexStringLower(SHA256.HashData(content));
        });
    }

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    static string Plan(string mesh) => Repository.At("recipes", "plans", mesh);

    static Task FollowAsync(Tab tab, string link) => tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = link }).First);

    static Task PressAsync(Tab tab, string button) => tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
}
