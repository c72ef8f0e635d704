using System.Net;
using System.Text;

using Microsoft.EntityFrameworkCore;

using Percurso.Cases.Data;
using Percurso.Cases.Spine;
using Percurso.Kernel.Data;
using Percurso.Testing;
using Percurso.Testing.Http;
using Percurso.Tests.Files;
using Percurso.Tests.Payments;

namespace Percurso.Tests.Cases;

/// <summary>The seventh step and the queue of production, on cases of the demonstration whose final plan is approved.</summary>
public sealed class PrintingGuidesTests(PrintingGuidesTests.PrintShop site) : IClassFixture<PrintingGuidesTests.PrintShop>
{
    static readonly Person operatorOf = new("production", "Caio Leite", "producao@demo.localhost", Person.Planner.Password);

    [Fact]
    public async Task Guides_are_ordered_paid_printed_sent_received_and_made_again()
    {
        var (dentist, planner, staff) = (await site.SignedInAsync(Person.Dentist), await site.SignedInAsync(Person.Planner), await site.SignedInAsync(operatorOf));
        var path = await PathAsync(dentist, "ulisses");
        var number = await OfCaseAsync<string>(path, "number");
        var assistant = await site.SignedInAsync(Person.Assistant);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(Person.Stranger)).GetAsync(path)).Status);
        Assert.DoesNotContain("handler=Order", (await assistant.GetAsync(path)).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(assistant, path, "Order")).Status);

        // A mesh altered by hand is not printed.
        var order = (await dentist.GetAsync(path)).Form("form[action*='handler=Order']");
        await site.Database.DoAsync($"update cases.approval set cro = cro || '0' where review_id in (select id from cases.review where case_id = '{IdOf(path)}')");
        Assert.Contains("não é mais o que foi aprovado", (await order.SendAsync()).Text, StringComparison.Ordinal);
        await site.Database.DoAsync($"update cases.approval set cro = left(cro, -1) where review_id in (select id from cases.review where case_id = '{IdOf(path)}')");

        // Two guides of the dearer resin: 280,00 for the second, 65,00 more for each; the freight was paid.
        var page = await dentist.GetAsync(path);
        Assert.Contains("Já está pago: 1 guia", page.Text, StringComparison.Ordinal);
        order = page.Form("form[action*='handler=Order']");
        var dearer = order.Fields.Single(field => field.Name == "Input.Material").Options[1];
        Assert.Contains("pelo menos uma peça", (await order.Fill("Input.Parts[0].Quantity", "0").SendAsync()).TextOf(".error-summary"), StringComparison.Ordinal);
        order = (await dentist.GetAsync(path)).Form("form[action*='handler=Order']").Fill("Input.Parts[0].Quantity", "2").Fill("Input.Material", dearer);
        page = await (await order.SendAsync()).FollowAsync();
        Assert.Contains("R$ 410,00", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await OrdersAsync(path));
        Assert.Contains("O caminho já seguiu", (await PostAsync(dentist, path.Replace("printing/impressao", "final-plan/revisao", StringComparison.Ordinal), "TakeBack")).Text, StringComparison.Ordinal);

        // Withdrawn before it is paid, and asked for again.
        Assert.Equal(HttpStatusCode.Redirect, (await page.Form("form[action*='handler=Withdraw']").SendAsync()).Status);
        page = await (await (await dentist.GetAsync(path)).Form("form[action*='handler=Order']").Fill("Input.Parts[0].Quantity", "2").Fill("Input.Material", dearer).SendAsync()).FollowAsync();
        var charge = await site.Database.AskAsync<Guid>($"select charge_id from cases.printing where case_id = '{IdOf(path)}'");
        var checkout = (await page.Form("form[action*='handler=Pay']").SendAsync()).Headers["Location"];
        await site.Till.PressAsync(checkout, "cartao", ("numero", "4242424242424242"));
        await Eventually.IsSoAsync("the order in the queue", async () => await OrdersAsync(path) == 1);
        Assert.Equal(41_000, (await site.ChargeAsync(charge)).Total.Cents);
        // Step 2 reckons without it.
        Assert.DoesNotContain("O pedido mudou depois do pagamento", (await dentist.GetAsync($"/casos/{IdOf(path)}/passos/payment/pagamento")).Text, StringComparison.Ordinal);
        Assert.Contains("Em produção", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        await Eventually.IsSoAsync("the letter to production", () => Task.FromResult(site.Mail.Letters.Any(letter => letter.To.Contains(operatorOf.Email) && letter.Subject == $"Caso {number}: pedido de impressão na fila")));
        await PrintAsync(staff, dentist, path, number);

        // Received: the step is done and the case with it; it stays open to messages.
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(assistant, path, "Confirm")).Status);
        Assert.Equal("Finished", await OfCaseAsync<string>(path, "state"));
        Assert.NotNull((await dentist.GetAsync($"/casos/{IdOf(path)}/mensagens")).Document.QuerySelector("#escrever"));
        Assert.Contains("Todos os passos estão prontos", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        await AgainAsync(dentist, planner, staff, path, number);
    }

    [Fact]
    public async Task Who_prints_from_the_files_gets_back_what_was_paid_for_printing_and_freight()
    {
        var dentist = await site.SignedInAsync(Person.Dentist);
        var path = await PathAsync(dentist, "zulmira");
        var plan = path.Replace("printing/impressao", "final-plan/revisao", StringComparison.Ordinal);
        Assert.Equal("", (await (await dentist.GetAsync(plan)).Form("form[action*='handler=Approve']").Fill("Proof", Person.Dentist.Password).SendAsync()).TextOf(".error-summary"));

        Assert.Contains("R$ 298,90 já pagos", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Own")).Status);

        Assert.Equal("Finished", await OfCaseAsync<string>(path, "state"));
        Assert.Equal(29_890, await site.Database.AskAsync<long>($"select credited from payments.charge where subject_id = '{IdOf(path)}'"));
        Assert.Contains("O caminho já seguiu", (await PostAsync(dentist, plan, "TakeBack")).Text, StringComparison.Ordinal);
        // The whole price, if they think again.
        Assert.Contains("R$ 298,90", (await (await (await dentist.GetAsync(path)).Form("form[action*='handler=Order']").SendAsync()).FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("Walking", await OfCaseAsync<string>(path, "state"));
    }

    [Fact]
    public async Task Of_two_operators_who_move_one_order_at_once_one_is_told_so_and_of_several_all_move_or_none()
    {
        var (one, other) = (await site.SignedInAnewAsync(operatorOf), await site.SignedInAnewAsync(operatorOf));
        var printing = await OrderOfAsync("%violonista%");
        var waiting = await OrderOfAsync("%apicultora%");

        var both = await PostAsync(one, "/admin/producao", "Move", ("ids", $"{printing}"), ("ids", $"{waiting}"), ("move", "Finish"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, both.Status);
        Assert.Equal("Printing Received", await site.Database.AskAsync<string>($"select string_agg(state, ' ' order by state) from production.print_order where id in ('{printing}', '{waiting}')"));

        var answers = await Task.WhenAll(PostAsync(one, "/admin/producao", "Move", ("ids", $"{printing}"), ("move", "Finish")), PostAsync(other, "/admin/producao", "Move", ("ids", $"{printing}"), ("move", "Finish")));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.Status).Order());
        Assert.Equal(1, await site.Database.AskAsync<long>($"select count(*) from production.print_line where order_id = '{printing}' and move = 'Finish'"));

        // Nothing more is printed for a case that is cancelled.
        var id = await site.Database.AskAsync<Guid>("select id from cases.\"case\" where nickname like '%apicultora%'");
        var cancel = (await (await site.SignedInAsync(Person.Planner)).GetAsync($"/casos/{id}/cancelar")).Form();
        Assert.Equal(HttpStatusCode.Redirect, (await cancel.Fill(cancel.Fields.First(field => field.IsWritten).Name, "O paciente desistiu.").SendAsync()).Status);
        await Eventually.IsSoAsync("the order to be cancelled", async () => await site.Database.AskAsync<string>($"select state from production.print_order where id = '{waiting}'") == "Cancelled");
    }

    /// <summary>Through the queue, with a lot that has expired, one of another resin and a print that fails, to the carrier.</summary>
    async Task PrintAsync(Visitor staff, Visitor dentist, string path, string number)
    {
        var id = await OrderIdAsync(path);
        var order = $"/admin/producao/{id}";
        Assert.Contains(number, (await staff.GetAsync("/admin/producao")).Text, StringComparison.Ordinal);
        var printer = await site.Database.AskAsync<Guid>("select id from production.printer where name = 'Ada'");
        Task<Guid> LotAsync(string name) => site.Database.AskAsync<Guid>($"select id from production.lot where number = '{name}'");
        async Task<Page> PrintFromAsync(string lot) => await PostAsync(staff, order, "Print", ("printer", $"{printer}"), ("lot", $"{await LotAsync(lot)}"));

        Assert.Contains("outro material", (await PrintFromAsync("RT-2611-07")).Text, StringComparison.Ordinal);
        await site.Database.DoAsync("update production.lot set expires_on = expires_on - 60 where number = 'RR-2609-02'");
        var expired = await PrintFromAsync("RR-2609-02");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, expired.Status);
        Assert.Contains("validade deste lote já passou", expired.Text, StringComparison.Ordinal);
        await site.Database.DoAsync("update production.lot set expires_on = expires_on + 60 where number = 'RR-2609-02'");

        Assert.Equal(HttpStatusCode.Redirect, (await PrintFromAsync("RR-2609-02")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(staff, order, "Fail")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(staff, order, "Fail", ("Failing.Words", "Descolou da mesa."))).Status);
        Assert.DoesNotContain("Descolou", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        await PrintFromAsync("RR-2609-02");
        await PostAsync(staff, order, "Finish");
        await PostAsync(staff, order, "Check");
        Assert.Contains("marque cada item", (await PostAsync(staff, order, "Pack", ("ticked", "0"))).Text, StringComparison.Ordinal);

        var label = await staff.DownloadAsync($"{order}/etiqueta");
        Assert.EndsWith(order, await LabelCode.ReadAsync(label), StringComparison.Ordinal);
        foreach (var paper in new[] { "caixa", "nota" }) Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await staff.DownloadAsync($"{order}/{paper}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await dentist.GetAsync($"{order}/etiqueta")).Status);

        var checks = (await staff.GetAsync(order)).Document.QuerySelectorAll("input[name=ticked]").Length;
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(staff, order, "Pack", [.. Enumerable.Range(0, checks).Select(place => ("ticked", $"{place}"))])).Status);
        Assert.Contains("dígito de controle", (await PostAsync(staff, order, "Send", ("Sending.Carrier", "SEDEX"), ("Sending.Tracking", "QB123456784BR"))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(staff, order, "Send", ("Sending.Carrier", "SEDEX"), ("Sending.Tracking", "qb 123456785 br"))).Status);
        Assert.Equal("Print Fail Print Finish Check Pack Send", await site.Database.AskAsync<string>($"select string_agg(move, ' ' order by number) from production.print_line where order_id = '{id}'"));

        var letter = await Eventually.IsAsync("the letter", () => site.Mail.Letters.FirstOrDefault(one => one.To.Contains(Person.Dentist.Email) && one.Subject == $"Caso {number}: os guias foram enviados"));
        Assert.Contains("QB123456785BR", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ulisses", letter.Subject + letter.Text, StringComparison.Ordinal);
        await Eventually.IsSoAsync("the dentist's turn", async () => await OfCaseAsync<string>(path, "turn") == "Dentist");
        await site.RowsAsync();
        Assert.DoesNotContain(site.Mail.Letters, one => one.Subject.Contains(number, StringComparison.Ordinal) && one.Subject.Contains("sua vez", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What was received turns out to be no good: the same version again at the company's cost, then a plan of its own.</summary>
    async Task AgainAsync(Visitor dentist, Visitor planner, Visitor staff, string path, string number)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(dentist, path, "Complain", ("Trouble.Cause", "DoesNotSeat"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(dentist, path, "Complain", ("Trouble.Cause", "DoesNotSeat"), ("Trouble.Words", "Balança no pré-molar."))).Status);
        Assert.Equal("Walking Company", await site.Database.AskAsync<string>($"select state || ' ' || turn from cases.\"case\" where id = '{IdOf(path)}'"));
        var printing = await site.Database.AskAsync<Guid>($"select id from cases.printing where case_id = '{IdOf(path)}'");
        using (var sent = await new TusClient(dentist, printing, "photos", "printing").CreateAsync(SampleFiles.Pdf(1).Length, "foto.pdf", SampleFiles.Pdf(1))) Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        await Eventually.IsSoAsync("the photo", async () => (await planner.GetAsync(path)).Text.Contains("foto.pdf", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(dentist, path, "Remake", ("Again.Cause", "DoesNotSeat"), ("Again.Payer", "Company"))).Status);
        // At the dentist's cost it waits for the payment, and the company may think better of it.
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(planner, path, "Remake", ("Again.Cause", "DoesNotSeat"), ("Again.Payer", "Dentist"))).Status);
        Assert.Contains("R$ 458,90", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(dentist, path, "Withdraw")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(planner, path, "Answer", ("Reply.Words", "Não será cobrado."))).Status);
        Assert.Equal("Cancelled", await site.Database.AskAsync<string>($"select state from payments.charge where subject_id = '{IdOf(path)}' and key like 'print-order%' order by number desc limit 1"));

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(planner, path, "Remake", ("Again.Cause", "DoesNotSeat"), ("Again.Payer", "Company"))).Status);
        Assert.Equal(2, await OrdersAsync(path));
        Assert.Contains("Reimpressão", (await staff.GetAsync($"/admin/producao/{await OrderIdAsync(path)}")).Text, StringComparison.Ordinal);

        // It is sent without a code, and found wanting again.
        await site.Database.DoAsync($"update production.print_order set state = 'Packed' where id = '{await OrderIdAsync(path)}'");
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(staff, $"/admin/producao/{await OrderIdAsync(path)}", "Send", ("Sending.Carrier", "Motoboy"), ("Sending.WithoutTracking", "true"))).Status);
        await Eventually.IsSoAsync("the dentist's turn", async () => await OfCaseAsync<string>(path, "turn") == "Dentist");
        await PostAsync(dentist, path, "Complain", ("Trouble.Cause", "DoesNotSeat"), ("Trouble.Words", "Ainda balança."));
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(planner, path, "Replan", ("Again.Cause", "PlanChanged"), ("Again.Payer", "Company"))).Status);

        var linked = await site.Database.AskAsync<Guid>($"select id from cases.\"case\" where number = '{number}-R1'");
        Assert.Equal("Finished", await OfCaseAsync<string>(path, "state"));
        Assert.Contains($"Refeito no caso {number}-R1", (await dentist.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal("files=Done final-plan=Locked guidance=Done meeting=Locked payment=Done preview=Open printing=Locked",
            await site.Database.AskAsync<string>($"select string_agg(key || '=' || state, ' ' order by key collate \"C\") from cases.step where case_id = '{linked}'"));
        Assert.Contains($"Refaz o caso {number}", (await planner.GetAsync($"/casos/{linked}")).Text, StringComparison.Ordinal);
        Assert.Contains($"Está no caso {number}", (await dentist.GetAsync($"/casos/{linked}/passos/files/arquivos")).Text, StringComparison.Ordinal);

        // A remake of the remake is one more of the first.
        await site.InsideAsync<RemakeCases, bool>(async remakes => await site.InsideAsync<CasesDb, bool>(async db =>
        {
            using var together = Together.Begin();
            var second = await remakes.OpenAsync(await db.Whole.SingleAsync(row => row.Id == linked), Percurso.Cases.Contracts.RemakePayer.Dentist, Guid.Empty, CancellationToken.None);
            Assert.Equal($"{number}-R2", second.Number);
            return true;
        }));
    }

    /// <summary>A shop with what the demonstration's plans consist of: it is compared to the byte before it is printed.</summary>
    public sealed class PrintShop : ShopSite
    {
        protected override bool HasFiles => true;
    }

    static async Task<string> PathAsync(Visitor dentist, string patient) => $"{(await dentist.GetAsync($"/inicio?q={patient}")).Document.QuerySelector("main table th a")!.GetAttribute("href")}/passos/printing/impressao";

    static string IdOf(string path) => path.Split('/')[2];

    Task<T> OfCaseAsync<T>(string path, string column) => site.Database.AskAsync<T>($"select {column} from cases.\"case\" where id = '{IdOf(path)}'");

    Task<long> OrdersAsync(string path) => site.Database.AskAsync<long>($"select count(*) from production.print_order o join cases.printing p on p.id = o.subject_id where p.case_id = '{IdOf(path)}'");

    Task<Guid> OrderIdAsync(string path) => site.Database.AskAsync<Guid>($"select order_id from cases.printing where case_id = '{IdOf(path)}'");

    Task<Guid> OrderOfAsync(string nickname) => site.Database.AskAsync<Guid>($"select p.order_id from cases.printing p join cases.\"case\" c on c.id = p.case_id where c.nickname like '{nickname}'");

    static async Task<Page> PostAsync(Visitor who, string path, string handler, params (string, string)[] fields)
    {
        var token = (await who.GetAsync("/sair")).Forms.Select(form => form.ValueOf("__RequestVerificationToken")).FirstOrDefault(one => one is not null);
        return await who.PostAsync($"{path}?handler={handler}", [.. fields, ("__RequestVerificationToken", token ?? "")]);
    }
}
