using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

using Percurso.Testing;
using Percurso.Testing.Samples;

namespace Percurso.Tests.Files;

/// <summary>What comes of a file besides its sentences, and what the company decides: of another case than the tests beside these.</summary>
public sealed partial class TakingItemsInTests
{
    const string Other = "molar direito";

    [Fact]
    public async Task A_photograph_is_kept_and_shown_without_the_place_where_it_was_taken()
    {
        var sent = PhotographWithPlace();
        var id = await SendToOtherAsync("frontal-photo", "rosto.jpg", sent);
        var (dentist, path) = (await site.OnLineAsync(Person.Dentist), $"/arquivos/{id}");

        var kept = await dentist.DownloadAsync(path);
        Assert.DoesNotContain(SampleFiles.Place, Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sent)), await site.Database.AskAsync<string>($"select sent_sha256 from files.file where id = '{id}'"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(kept)), await site.Database.AskAsync<string>($"select sha256 from files.file where id = '{id}'"));

        foreach (var view in new[] { "small", "inteira", "small" })
        {
            using var shown = await dentist.FetchAsync($"{path}/previa/{view}");
            Assert.Equal(view == "small" ? "image/png" : "image/jpeg", shown.Content.Headers.ContentType!.MediaType);
            Assert.Equal("no-store, private", shown.Headers.CacheControl!.ToString());
        }

        Assert.Equal(1, await site.Database.AskAsync<long>($"select count(*) from files.access where file_id = '{id}' and kind = 'Preview'"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.OnLineAsync(Person.Stranger)).GetAsync($"{path}/previa/small")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dentist.GetAsync($"{path}/previa/axial")).Status);
    }

    [Fact]
    public async Task Each_mesh_of_a_scanners_ZIP_goes_to_its_item()
    {
        await SendToOtherAsync("lower-scan", "export.zip", Zip(("P/P_upper.stl", new ScanMesh(6_000).Stl()), ("P/P_lower.stl", new ScanMesh(6_000).Stl()), ("P/P_gums.stl", new ScanMesh(6_000).Stl())));
        var page = "";
        await Eventually.IsSoAsync("the meshes to be judged", async () =>
        {
            page = (await (await site.OnLineAsync(Person.Dentist)).GetAsync(await PathAsync(Other))).Text;
            return page.Contains("P_upper.stl", StringComparison.Ordinal) && !page.Contains("estamos conferindo", StringComparison.Ordinal);
        });

        Assert.Equal("lower-scan P_lower.stl Fine, lower-scan export.zip Split, upper-scan P_upper.stl Fine", await site.Database.AskAsync<string>(
            $"select string_agg(slot || ' ' || name || ' ' || state, ', ' order by slot, name collate \"C\") from files.file where subject_id = '{await site.CaseAsync(Other)}' and slot like '%-scan'"));
        Assert.Contains("Malhas que ficaram só no ZIP, por não sabermos de que item são: 1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_set_apart_is_taken_to_its_case_or_destroyed_once()
    {
        var planner = await site.OnLineAsync(Person.Planner);
        var (one, other) = (await SendAsync("smile-photos", "a.jpg", PhotographWithPlace()), await SendAsync("smile-photos", "b.jpg", PhotographWithPlace()));
        await OpenOtherAsync();
        foreach (var id in new[] { one, other })
        {
            var item = await planner.GetAsync($"{await PathAsync()}/smile-photos");
            await item.Form("form[action*=Strange]").Fill("Strange.File", id).Fill("Strange.Words", "É de outra pessoa.").SendAsync();
        }

        var page = await planner.GetAsync($"/admin/arquivos-a-parte/{one}");
        var refused = await page.Form("form[action*=Move]").Fill("Move.Number", "1999-0001").Fill("Move.Words", "Pelo nome.").SendAsync();
        Assert.Contains("Não há caso com este número.", refused.Text, StringComparison.Ordinal);
        var number = await site.Database.AskAsync<string>($"select number from cases.\"case\" where nickname = '{Other}'");
        await page.Form("form[action*=Move]").Fill("Move.Number", number).Fill("Move.Slot", "smile-photos").Fill("Move.Words", "Pelo nome.").SendAsync();
        await Eventually.IsSoAsync("the file to be judged there", async () => await site.Database.AskAsync<long>(
            $"select count(*) from files.file f join files.file was on was.moved_to = f.id where was.id = '{one}' and f.state = 'Fine' and f.subject_id = '{await site.CaseAsync(Other)}'") == 1);

        await (await planner.GetAsync($"/admin/arquivos-a-parte/{other}")).Form("form[action*=Destroy]").Fill("Destroy.Words", "Ninguém sabe de quem é.").SendAsync();
        await Eventually.IsSoAsync("the bytes to be gone", async () => await site.Database.AskAsync<long>(
            $"select count(*) from files.piece p join files.file f on f.upload_id = p.upload_id where f.id in ('{one}', '{other}')") == 0);
        foreach (var id in new[] { one, other }) Assert.Equal(HttpStatusCode.NotFound, (await planner.GetAsync($"/arquivos/{id}")).Status);
        Assert.Contains("Destruído", (await planner.GetAsync("/admin/arquivos-a-parte")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await site.Database.AskAsync<long>("select count(*) from kernel.audit where act = 'files.quarantine-settled'"));
    }

    [Fact]
    public async Task An_administrators_limit_judges_what_comes_from_then_on()
    {
        var administrator = await site.OnLineAsync(Person.Administrator);
        var page = await administrator.GetAsync("/admin/itens-de-envio/profile-photo/limites?regra=photo.small");
        var refused = await page.Form("form.form-stack").Fill("Input.RiskLimit", "1000").Fill("Input.RefuseLimit", "2000").SendAsync();
        Assert.Contains("A recusa não pode começar acima de onde começa a dúvida.", refused.Text, StringComparison.Ordinal);
        await page.Form("form.form-stack").Fill("Input.RiskLimit", "6000").Fill("Input.RefuseLimit", "5000").SendAsync();

        await SendToOtherAsync("profile-photo", "perfil.jpg", PhotographWithPlace());

        Assert.Contains("o planejamento precisa de pelo menos 5000", (await (await site.OnLineAsync(Person.Dentist)).GetAsync(await PathAsync(Other))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_waits_any_longer_for_what_the_company_no_longer_asks_for()
    {
        await OpenOtherAsync();
        var administrator = await site.OnLineAsync(Person.Administrator);
        await (await administrator.GetAsync("/admin/itens-de-envio/bite")).Form("form[action*=Retire]").SendAsync();
        await Eventually.IsSoAsync("the item to be waited for no longer", async () => await site.Database.AskAsync<string>(
            $"select need from cases.intake_item where slot = 'bite' and case_id = '{await site.CaseAsync(Other)}'") == "Optional");
        Assert.DoesNotContain("Mordida", (await (await site.OnLineAsync(Person.Dentist)).GetAsync(await PathAsync(Other))).TextOf("main .items"), StringComparison.Ordinal);

        await (await administrator.GetAsync("/admin/itens-de-envio/bite")).Form("form[action*=Retire]").SendAsync();
        Assert.Contains("Mordida", (await (await site.OnLineAsync(Person.Dentist)).GetAsync(await PathAsync(Other))).TextOf("main .items"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clinical_sheet_filled_on_screen_counts_for_its_item()
    {
        await OpenOtherAsync();
        var dentist = await site.OnLineAsync(Person.Dentist);
        await (await dentist.GetAsync($"/casos/{await site.CaseAsync(Other)}/ficha")).Form("main form").Fill("allergies", "Nenhuma conhecida.").SendAsync();

        await Eventually.IsSoAsync("the item to be in", async () => await site.Database.AskAsync<string>(
            $"select state from cases.intake_item where slot = 'clinical-sheet' and case_id = '{await site.CaseAsync(Other)}'") == "In");
        Assert.Contains("Ficha preenchida na tela", (await dentist.GetAsync(await PathAsync(Other))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_planned_with_is_not_replaced_once_the_path_has_gone_on()
    {
        await OpenOtherAsync();
        await site.Database.DoAsync($"update cases.intake_item set state = 'Accepted' where slot = 'tomography' and case_id = '{await site.CaseAsync(Other)}'");
        await site.Database.DoAsync($"update cases.step set state = 'Done' where key = 'preview' and case_id = '{await site.CaseAsync(Other)}'");
        try
        {
            using var replaced = await (await site.SenderAsync(Person.Dentist, "tomography", Other)).CreateAsync(10);
            Assert.Equal(HttpStatusCode.Forbidden, replaced.StatusCode);
            using var beside = await (await site.SenderAsync(Person.Dentist, "smile-photos", Other)).CreateAsync(10);
            Assert.Equal(HttpStatusCode.Created, beside.StatusCode);
            using var nowhere = await (await site.SenderAsync(Person.Dentist, "a-slot-nobody-has", Other)).CreateAsync(10);
            Assert.Equal(HttpStatusCode.Forbidden, nowhere.StatusCode);
        }
        finally
        {
            await site.Database.DoAsync($"update cases.step set state = 'Locked' where key = 'preview' and case_id = '{await site.CaseAsync(Other)}'");
        }
    }

    /// <summary>As if its steps before were done; it has every item, all required.</summary>
    async Task OpenOtherAsync()
    {
        var id = await site.CaseAsync(Other);
        await site.Database.DoAsync($"update cases.step set state = 'Open', turn = 'Dentist', turn_since = '2035-01-02', opened_at = '2035-01-02' where key = 'files' and case_id = '{id}'");
        await site.Database.DoAsync(
            $"""
            insert into cases.intake_item (id, version, case_id, step, slot, need, takes_physical, state)
            select gen_random_uuid(), 1, '{id}', 'files', key, 'Required', takes_physical, 'Missing' from files.slot on conflict do nothing
            """);
    }

    async Task<string> SendToOtherAsync(string slot, string name, byte[] bytes)
    {
        await OpenOtherAsync();
        return await SendAsync(slot, name, bytes, Other);
    }

    async Task<string> PathAsync(string nickname) => $"/casos/{await site.CaseAsync(nickname)}/passos/files/arquivos";

    /// <summary>A real picture with a camera's notes put before it.</summary>
    static byte[] PhotographWithPlace()
    {
        var notes = SampleFiles.Jpeg();
        return [.. notes[..notes.AsSpan().IndexOf<byte>([0xFF, 0xC0])], .. File.ReadAllBytes(Repository.At("tests", "Samples", "images", "intraoral-front.jpg"))[2..]];
    }

    static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, file) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(file);
            }

        return bytes.ToArray();
    }
}
