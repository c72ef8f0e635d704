using System.IO.Compression;
using System.Security.Cryptography;

using Microsoft.Playwright;

using Percurso.Testing;
using Percurso.Testing.Samples;
using Percurso.Tests.Browser.Browsers;
using Percurso.Tests.Browser.Pages;

namespace Percurso.Tests.Browser.Journeys;

/// <summary>The third step in four browsers: the dentist's, a phone, the radiology centre's and the company's.</summary>
public sealed partial class WholeCaseTests
{
    /// <summary>For what passes through the checks.</summary>
    static readonly LocatorAssertionsToContainTextOptions patiently = new() { Timeout = 60_000 };

    /// <summary>What went into the intake, by slot and version.</summary>
    readonly Dictionary<string, byte[]> sent = [];

    async Task FilesAsync()
    {
        var intake = await new IntakePage(dentist).OpenAsync(path);
        await intake.SendAsync("tomography", Sample("dicom", "ct-phantom-philips.zip"));
        await intake.BecomesAsync("tomography", "Não serve");
        foreach (var found in new[] { "Cortes na série: 14; o planejamento precisa de pelo menos 60.", "Os cortes estão a 5 mm um do outro; o limite é 1 mm." })
            await Assertions.Expect(intake.Item("tomography")).ToContainTextAsync(found);
        await dentist.ShowAsync("intake-refused");

        await RealScansAtTheirOwnRiskAsync(intake);
        await FromTheRadiologyCentreAsync(dentist, await intake.LinkForAsync("Radiologia Central", "Tomografia"));
        await FromThePhoneAsync(await intake.PhoneAddressAsync("clinical-sheet"), dentist);

        await intake.OpenAsync();
        await intake.BecomesAsync("tomography", "Conferido: serve");
        await intake.WaiveAsync("bite", "O paciente não oclui: faremos a mordida na sessão.");
        await SendPhotographAsync(intake, "intraoral-front.jpg", version: 1);
        await dentist.Page.GetByText("Está tudo aqui.").WaitForAsync();
        await dentist.ShowAsync("intake-whole");

        await planner.Page.GotoAsync(intake.Path);
        var judging = new IntakePage(planner, intake.Path);
        await planner.ShowAsync("intake-judging");
        await judging.ReturnAsync("frontal-photo", "A foto está sem o queixo. Tire outra de frente.");
        await intake.OpenAsync();
        await Assertions.Expect(intake.Item("frontal-photo")).ToContainTextAsync("A foto está sem o queixo.");
        await SendPhotographAsync(intake, "mouth-sharp.jpg", version: 2);
        await judging.AcceptAllAsync();
        await TheZipHoldsWhatWasSentAsync();
    }

    /// <summary>Two scans in metres: the checks say so, and the dentist takes them by name.</summary>
    async Task RealScansAtTheirOwnRiskAsync(IntakePage intake)
    {
        foreach (var (slot, file) in new[] { ("upper-scan", "artisynth-upperteeth.obj"), ("lower-scan", "artisynth-lowerteeth.obj") })
            Keep($"{slot}_v1.obj", await intake.SendAsync(slot, Sample("jaws", file)));
        foreach (var slot in new[] { "upper-scan", "lower-scan" })
        {
            await intake.BecomesAsync(slot, "parece estar em metros");
            await intake.TakeRiskAsync(slot);
            await Assertions.Expect(intake.Item(slot)).ToContainTextAsync("Serve, por conta de");
        }
    }

    async Task FromTheRadiologyCentreAsync(Tab dentist, string address)
    {
        await dentist.ShowAsync("links");
        await using var centre = await Tab.OpenAsync(site);
        await centre.Page.GotoAsync(address);
        Assert.DoesNotContain("Jandira", await centre.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        await centre.Page.GetByRole(AriaRole.Button, new() { Name = "Abrir", Exact = true }).ClickAsync();
        var series = new Tomography { Slices = 300, Size = 160, Pixel = 0.3, Spacing = 0.3, Patient = "PRADO^JANDIRA NUNES", Birth = new(1972, 9, 8) }.Zip(withViewer: true);
        await centre.Page.Locator("file-slot input[type=file]:not([webkitdirectory])").SetInputFilesAsync(new FilePayload { Name = "exame.zip", MimeType = "application/zip", Buffer = series });
        Keep("tomography_v2.zip", series);
        await Assertions.Expect(centre.Page.Locator("file-slot .slot-state")).ToContainTextAsync("Chegou inteiro.", patiently);
        await centre.ShowAsync("send-by-link");
    }

    /// <summary>The clinical sheet: two pages by the phone's camera, one of them taken out again, as a PDF. The desk sees it come.</summary>
    async Task FromThePhoneAsync(string address, Tab desk)
    {
        await desk.ShowAsync("phone-code");
        await using var phone = await Tab.OpenAsync(site);
        await phone.Page.SetViewportSizeAsync(390, 844);
        await phone.Page.GotoAsync(address);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Abrir", Exact = true }).ClickAsync();
        await phone.Page.GetByText("Fotografar as páginas").ClickAsync();
        var camera = phone.Page.Locator("dialog.camera");
        await Assertions.Expect(camera.GetByRole(AriaRole.Status)).ToContainTextAsync("folha inteira", patiently);
        for (var photograph = 1; photograph <= 2; photograph++)
        {
            await camera.GetByRole(AriaRole.Button, new() { Name = "Tirar a foto" }).ClickAsync();
            await Assertions.Expect(camera.GetByRole(AriaRole.Status)).ToContainTextAsync($"Fotos tiradas: {photograph}", patiently);
        }

        await camera.GetByRole(AriaRole.Button, new() { Name = "Pronto" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".sheet-list li")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Tirar da lista: Página 2" }).ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ajustar os cantos: Página 1" }).ClickAsync();
        await phone.ShowAsync("phone-corners");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Usar estes cantos" }).ClickAsync();
        await phone.Page.Locator(".sheet-list img").WaitForAsync();
        await phone.ShowAsync("phone-pages");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Enviar as páginas em um PDF" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".slot-state")).ToContainTextAsync("Chegou inteiro.", patiently);

        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("ficha.pdf", patiently);
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("Conferido: serve", patiently);
    }

    async Task SendPhotographAsync(IntakePage intake, string file, int version)
    {
        Keep($"frontal-photo_v{version}.jpg", await intake.SendAsync("frontal-photo", Sample("images", file)));
        await Assertions.Expect(intake.Item("frontal-photo")).ToContainTextAsync($"versão {version}", patiently);
        await intake.BecomesAsync("frontal-photo", "Conferido: serve");
    }

    /// <summary>Byte for byte, under the case's number, the item and the version; what was replaced is kept, what was refused is not there.</summary>
    async Task TheZipHoldsWhatWasSentAsync()
    {
        var answer = await planner.Page.APIRequest.GetAsync($"/arquivos/case/{path.Split('/')[2]}/zip");
        using var zip = new ZipArchive(new MemoryStream(await answer.BodyAsync()));
        var held = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync();
            held.Add(entry.FullName.Split('_', 2)[1], Convert.ToHexString(await SHA256.HashDataAsync(content)));
        }

        Assert.True(held.Remove("clinical-sheet_v1.pdf"));
        Assert.Equal(sent.ToDictionary(one => one.Key, one => Convert.ToHexString(SHA256.HashData(one.Value))).OrderBy(one => one.Key, StringComparer.Ordinal), held.OrderBy(one => one.Key, StringComparer.Ordinal));
    }

    void Keep(string name, byte[] bytes) => sent.Add(name, bytes);

    static string Sample(string kind, string file) => Repository.At("tests", "Samples", kind, file);
}
