using Microsoft.EntityFrameworkCore;

using Percurso.Kernel;
using Percurso.Payments.Contracts;
using Percurso.Payments.Data;
using Percurso.Payments.Domain;

namespace Percurso.Payments.Charging;

sealed class PriceList(PaymentsDb db, CompanyDay days) : IPriceList
{
    public async Task<Quote> QuoteAsync(IReadOnlyList<Wanted> wanted, DateOnly on, CancellationToken cancel, Guid? clinic = null, Guid? sponsor = null)
    {
        var keys = wanted.Where(one => one.Quantity > 0).Select(one => one.Item).ToList();
        var items = await db.Items.AsNoTracking().Include(item => item.Prices).Where(item => keys.Contains(item.Key)).ToDictionaryAsync(item => item.Key, cancel);

        var lines = new List<ChargeLine>();
        foreach (var (key, quantity) in wanted.Where(one => one.Quantity > 0))
            lines.Add(items.GetValueOrDefault(key) is { } item && item.On(on, clinic, sponsor) is { } price
                ? item.LineOf(quantity, price)
                : throw new RuleBrokenException("A tabela de preços não tem preço para um dos itens deste pedido ({0}). Fale com a empresa.", items.GetValueOrDefault(key)?.Title ?? key));

        return new(lines, lines.Select(line => items[line.Key].IncludedRounds).DefaultIfEmpty().Max());
    }

    public async Task<int?> LeftInWeekAsync(string item, DateOnly day, CancellationToken cancel)
    {
        var quota = await db.Items.Where(one => one.Key == item).Select(one => one.WeeklyQuota).SingleOrDefaultAsync(cancel);
        return quota is null ? null : Math.Max(0, quota.Value - await UsedAsync(item, day, cancel));
    }

    /// <summary>Takes of the week's quotas what these lines need. Call it inside <c>Together</c>: until it ends nobody else takes of the same.</summary>
    /// <exception cref="RuleBrokenException">The quota is used up.</exception>
    public async Task TakeQuotasAsync(Guid charge, IReadOnlyList<ChargeLine> lines, CancellationToken cancel)
    {
        var keys = lines.Select(line => line.Key).ToList();
        var limited = await db.Items.FromSql($"select * from payments.price_item where weekly_quota is not null order by key for update")
            .AsNoTracking().Where(item => keys.Contains(item.Key)).Select(item => new { item.Key, item.Title, item.WeeklyQuota }).ToListAsync(cancel);
        if (limited.Count == 0) return;

        var today = await days.TodayAsync(cancel);
        foreach (var item in limited)
        {
            var quantity = lines.Where(line => line.Key == item.Key).Sum(line => line.Quantity);
            if (await UsedAsync(item.Key, today, cancel) + quantity > item.WeeklyQuota)
                throw new RuleBrokenException("Nesta semana já não há vaga para {0}. Escolha sem, ou volte na segunda-feira.", item.Title);

            db.Add(new QuotaUse(item.Key, QuotaUse.WeekOf(today), charge, quantity));
        }
    }

    public Task ReturnQuotasAsync(Guid charge, CancellationToken cancel) => db.Quotas.Where(use => use.ChargeId == charge).ExecuteDeleteAsync(cancel);

    async Task<int> UsedAsync(string item, DateOnly day, CancellationToken cancel)
    {
        var week = QuotaUse.WeekOf(day);
        return await db.Quotas.Where(use => use.Item == item && use.Week == week).SumAsync(use => use.Quantity, cancel);
    }
}
