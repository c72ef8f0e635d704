using System.Security.Cryptography;
using System.Text.Json;

namespace Percurso.Gateway;

/// <summary>All checkouts, in memory and, where a file is named, in that too.</summary>
sealed class Books(IConfiguration configuration, TimeProvider clock)
{
    readonly string? file = configuration["File"];
    readonly Lock entry = new();
    Dictionary<string, Checkout>? checkouts;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The checkout of this order; that of the first, when its reference is known.</summary>
    public Checkout Open(Order order)
    {
        lock (entry)
        {
            if (All.Values.FirstOrDefault(one => one.Order.Reference == order.Reference) is { } known) return known;

            foreach (var replaced in order.Replaces ?? [])
                if (All.GetValueOrDefault(replaced) is { IsPayable: true } former) former.Status = Status.Ended;
            var opened = new Checkout { Id = $"demo_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}", Order = order, OpenedAt = Now };
            All.Add(opened.Id, opened);
            Keep();
            return opened;
        }
    }

    public Checkout? Find(string id)
    {
        lock (entry) return All.GetValueOrDefault(id);
    }

    public IReadOnlyList<Checkout> Newest()
    {
        lock (entry) return [.. All.Values.OrderByDescending(one => one.OpenedAt).Take(100)];
    }

    /// <summary>Does it if it is possible now; false when it is not.</summary>
    public bool Try(Checkout one, Func<Checkout, bool> may, Action<Checkout> change)
    {
        lock (entry)
        {
            if (!may(one)) return false;

            change(one);
            Keep();
            return true;
        }
    }

    /// <summary>Those whose time has just passed; they are ended now.</summary>
    public IReadOnlyList<Checkout> EndThoseOverdue()
    {
        lock (entry)
        {
            List<Checkout> overdue = [.. All.Values.Where(one => one.IsPayable && Now >= (one.WaitsUntil ?? one.Order.EndsAt))];
            overdue.ForEach(one => one.Status = Status.Ended);
            if (overdue.Count > 0) Keep();
            return overdue;
        }
    }

    Dictionary<string, Checkout> All => checkouts ??= Read();

    Dictionary<string, Checkout> Read() =>
        file is not null && File.Exists(file) ? JsonSerializer.Deserialize<List<Checkout>>(File.ReadAllText(file))!.ToDictionary(one => one.Id) : [];

    void Keep()
    {
        if (file is null) return;

        File.WriteAllText(file + ".new", JsonSerializer.Serialize(All.Values));
        File.Move(file + ".new", file, overwrite: true);
    }
}
