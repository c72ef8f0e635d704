using System.Net;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Accounts.Contracts;
using Percurso.Cases.Data;
using Percurso.Cases.Steps.Review;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;
using Percurso.Testing;

namespace Percurso.Tests.Cases;

/// <summary>
/// Twelve cases of March 2030, worked out by hand. Each is one line of the story below: when the files were sent and the preview approved, and
/// what came between. São Paulo is three hours behind; 5 March was Carnival.
/// </summary>
public sealed class FiguresTests(Site site) : IClassFixture<Site>
{
    const string March = "?de=2030-03-01&ate=2030-03-31";

    [Fact]
    public async Task The_figures_of_a_month_are_those_worked_out_by_hand()
    {
        await TellAsync();
        var administrator = await site.SignedInAsync(Person.Administrator);

        // Files: 2, 1, 1, 1, 2, 1, 3, 1, 2 days, all the dentist's. The preview: 3+1, 4+2, 3+2 (and 5 on hold), 1+1, ¾+¼, 4+7. The guide made anew: 5.
        Assert.Equal(
            [
                ["Passo", "Vezes", "Dias conosco", "Dias com o dentista", "Dias em espera", "Mediana em dias", "Nove de dez até"],
                ["Envio dos arquivos", "9", "0,0", "1,6", "0,0", "1,0", "3,0"],
                ["Prévia 3D", "6", "2,6", "2,2", "0,8", "4,5", "11,0"],
                ["Impressão dos guias", "1", "5,0", "0,0", "0,0", "5,0", "5,0"],
            ],
            await SheetAsync(administrator, "passos"));

        Assert.Equal(
            [["Passo", "Aprovados", "Rodadas em média", "Na primeira versão", "Mais rodadas"], ["Prévia 3D", "6", "0,7", "3", "2"]],
            await SheetAsync(administrator, "rodadas"));

        Assert.Equal(
            [
                ["Caso", "Concluído", "Prometido", "Pronto até, para a cirurgia", "Cumpriu o prometido", "A tempo da cirurgia"],
                ["2030-0006", "2030-03-31", "2030-03-31", "2030-03-30", "Sim", "Não"],
                ["2030-0003", "2030-03-12", "2030-03-14", "2030-03-10", "Sim", "Não"],
                ["2030-0004", "2030-03-11", "", "", "", ""],
                ["2030-0002", "2030-03-09", "2030-03-08", "2030-03-09", "Não", "Sim"],
                ["2030-0001", "2030-03-07", "2030-03-11", "2030-03-08", "Sim", "Sim"],
                ["2030-0012", "2030-03-05", "2030-03-04", "2030-03-10", "Não", "Sim"],
            ],
            await SheetAsync(administrator, "prazos"));

        var planners = await SheetAsync(administrator, "casos");
        Assert.Equal(["Planejador", "Nossa vez", "Do dentista", "Em espera", "Em pausa", "Concluídos", "Cancelados"], planners[0]);
        Assert.Equal(["0", "0", "0", "1", "3", "1"], planners.Single(line => line[0] == "Bianca Moura")[1..]);
        Assert.Equal(["1", "1", "1", "0", "2", "0"], planners.Single(line => line[0] == "Caio Leite")[1..]);
        Assert.Equal(["1", "0"], planners.Single(line => line[0] == "Ninguém")[5..]);

        Assert.Equal(
            [["Mês", "Recebido", "Frete", "Devolvido", "Líquido", "De patrocinadores"], ["2030-03", "1870,00", "70,00", "500,00", "1300,00", "800,00"]],
            await SheetAsync(administrator, "dinheiro"));

        var page = await administrator.GetAsync("/admin/numeros" + March);
        Assert.Equal(["10 casos abertos", "6 casos concluídos", "60 % no dia prometido ou antes (3 de 5)", "60 % a tempo da cirurgia (3 de 5)"], page.Document.QuerySelectorAll(".numbers li").Select(Plain));
        Assert.Equal(["R$ 1.870,00", "R$ 70,00", "R$ 500,00", "R$ 1.300,00", "R$ 800,00"], page.Document.QuerySelectorAll("tfoot td.number").Select(Plain));
    }

    [Theory]
    [InlineData("?de=2030-03-31&ate=2030-03-01", "O primeiro dia vem depois do último.")]
    [InlineData("?de=ontem", "Um dos dias não é uma data.")]
    [InlineData("?de=2001-01-01&ate=2030-01-01", "O período passa de cinco anos.")]
    public async Task A_span_that_is_none_is_named_and_a_year_is_shown_instead(string span, string words)
    {
        var page = await (await site.SignedInAsync(Person.Administrator)).GetAsync("/admin/numeros" + span);

        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal(["2034-06-01", "2035-05-08"], page.Document.QuerySelectorAll(".span-form input").Select(field => field.GetAttribute("value")));
    }

    static async Task<string[][]> SheetAsync(Percurso.Testing.Http.Visitor visitor, string table)
    {
        var sheet = await visitor.GetAsync($"/admin/numeros/planilha/{table}{March}");
        Assert.Equal(HttpStatusCode.OK, sheet.Status);
        return [.. sheet.Source.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';'))];
    }

    static string Plain(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    async Task TellAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<IFindPeople>();
        var (lucia, one, other) = (await IdOfAsync(Person.Dentist.Email), await IdOfAsync("financeiro@demo.localhost"), await IdOfAsync("producao@demo.localhost"));
        var cases = scope.ServiceProvider.GetRequiredService<CasesDb>();
        var pathway = await cases.Pathways.OrderByDescending(known => known.Number).FirstAsync();
        var story = new CaseStory(cases, pathway, lucia);

        story.Tell(1, one, "promised 03-11, needed 03-08, 03-01 12 files dentist, 03-03 12 files done, 03-03 12 preview company, 03-06 12 preview dentist, 03-07 12 preview done, 03-07 12 end");
        story.Tell(2, one, "promised 03-08, needed 03-09, 03-02 12 files dentist, 03-03 12 files done, 03-03 12 preview company, 03-05 12 preview dentist, 03-06 12 preview company, 03-08 12 preview dentist, 03-09 12 preview done, 03-09 12 end");
        story.Tell(3, one, "promised 03-08, needed 03-10, 03-01 12 files dentist, 03-02 12 files done, 03-02 12 preview company, 03-04 12 hold, 03-09 12 release 4, 03-10 12 preview dentist, 03-12 12 preview done, 03-12 12 end");
        story.Tell(4, null, "03-05 12 files dentist, 03-06 12 files done, 03-06 12 preview company, 03-07 12 files again, 03-09 12 files done, 03-09 12 preview company, 03-10 12 preview dentist, 03-11 12 preview done, 03-11 12 end");
        // Finished on the last evening of February and of March in São Paulo.
        story.Tell(5, other, "02-25 12 files dentist, 02-26 12 files done, 02-26 12 preview company, 03-01 02 preview done, 03-01 02 end");
        story.Tell(6, other, "promised 03-31, needed 03-30, 03-30 02 files dentist, 03-31 02 files done, 03-31 02 preview company, 03-31 20 preview dentist, 04-01 02 preview done, 04-01 02 end");
        story.Tell(7, other, "03-10 12 files dentist, 03-13 12 files done, 03-13 12 preview company");
        story.Tell(8, other, "03-10 12 files dentist");
        story.Tell(9, other, "03-01 12 files dentist, 03-02 12 files done, 03-02 12 preview company, 03-03 12 hold");
        story.Tell(10, one, "03-20 12 files dentist, 03-21 12 pause");
        story.Tell(11, one, "03-12 12 files dentist, 03-14 12 files done, 03-14 12 preview company, 03-15 12 cancel");
        // Made anew in the same month: finished when it was finished first.
        story.Tell(12, other, "promised 03-04, needed 03-10, 02-20 12 files dentist, 02-22 12 files done, 02-22 12 preview company, 02-26 12 preview dentist, 03-05 12 preview done, 03-05 12 end, 03-20 12 printing again, 03-25 12 printing done");
        foreach (var (number, rounds, approved) in new[] { (1, 0, "03-07 12"), (2, 1, "03-09 12"), (3, 0, "03-12 12"), (4, 0, "03-11 12"), (5, 3, "03-01 02"), (6, 2, "04-01 02"), (12, 1, "03-05 12") })
            cases.Reviews.Add(Approved(story.IdOf(number), rounds, CaseStory.At(approved)));
        await cases.SaveChangesAsync();

        var money = scope.ServiceProvider.GetRequiredService<PaymentsDb>();
        money.Charges.AddRange(Charges(lucia, await money.Sponsors.Select(sponsor => sponsor.Id).FirstAsync()));
        await money.SaveChangesAsync();

        async Task<Guid> IdOfAsync(string email) => (await people.ByEmailAsync(email, CancellationToken.None))!.Id;
    }

    static PlanReview Approved(Guid caseId, int rounds, DateTime at)
    {
        var (planner, reviewer, dentist) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var review = new PlanReview(caseId, "preview");
        for (var round = 0; round <= rounds; round++)
        {
            var before = at.AddHours(round - rounds - 1);
            review.Begin(Guid.CreateVersion7(), round + 1);
            review.Submit(new(review, planner), "hash", before);
            review.Release(new(review, reviewer), [], before);
            if (round < rounds) review.RequestChanges(new(review, dentist) { Reason = "Mais distal." }, [], before);
        }

        review.Approve(new(review, dentist), at);
        return review;
    }

    static IEnumerable<Charge> Charges(Guid payer, Guid sponsor)
    {
        var (plan, freight) = (new ChargeLine("plan", "Planejamento", "Planning", 1, new(1_000_00)), new ChargeLine("freight.pac", "Frete", "Freight", 1, new(40_00)));

        var paid = Owed(plan, freight);
        Pay(paid, "03-05 12");
        var byHand = Owed(plan with { Each = new(500_00) });
        byHand.ConfirmByHand("Depósito.", payer, CaseStory.At("04-01 02"));
        var sponsored = Owed(plan with { Each = new(800_00) }, freight with { Each = new(30_00) });
        sponsored.SetCoupon(new("CURSO", new(800_00), sponsor), payer, CaseStory.At("03-10 12"));
        Pay(sponsored, "03-10 12");
        var refunded = Owed(plan with { Each = new(200_00) });
        Pay(refunded, "02-20 12");
        refunded.Complete(refunded.AskRefund(null, "Desistiu.", payer, CaseStory.At("03-11 12")), CaseStory.At("03-12 12"));
        var disputed = Owed(plan with { Each = new(300_00) });
        Pay(disputed, "03-20 12");
        disputed.ChargeBack(CaseStory.At("03-25 12"));
        disputed.Restore(CaseStory.At("04-02 12"));
        var before = Owed(plan with { Each = new(100_00) });
        Pay(before, "03-01 02");
        return [paid, byHand, sponsored, refunded, disputed, before];

        Charge Owed(params ChargeLine[] lines) =>
            new(new("story", Guid.CreateVersion7(), "order", "Pedido", Guid.CreateVersion7(), payer, lines, CaseStory.At("12-31 12"), "/inicio"), CaseStory.At("02-20 12"));

        void Pay(Charge charge, string when)
        {
            var attempt = charge.Begin("demonstration", payer, CaseStory.At(when));
            charge.Opened(attempt, $"{attempt.Id}", "https://example.com");
            charge.Confirm(attempt, attempt.Amount, PaymentMethod.Pix, CaseStory.At(when));
        }
    }
}
