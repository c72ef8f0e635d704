using System.Diagnostics;
using System.Globalization;

using Npgsql;

using Percurso.Benchmarks;
using Percurso.Testing;
using Percurso.Testing.Http;

// How quick the lists are that people look at all day: the dentist's home, the company's board, and searches in the middle of names and without accents.
// Arguments: the larger number of cases (100000) and how many people ask (200). Then the same with 1 000 cases, to say how each list grows; the larger comes
// first, so that both are measured on compiled code.

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
// Where the web project's content lies, which a test project would be told by its build.
Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_PERCURSO_WEB", Repository.At("src", "Web"));
var largest = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var people = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;
var smallest = Math.Min(1_000, largest);

var many = await MeasureAsync(largest, people);
var few = await MeasureAsync(smallest, Math.Min(people, 40));
foreach (var (name, times) in many.Times)
{
    Say($"lists.{name}.median_ms", Median(times));
    Say($"lists.{name}.p95_ms", Percentile(times, 0.95));
    Say($"lists.{name}.median_ms_at_{smallest}", Median(few.Times[name]));
    Say($"lists.{name}.growth", Median(times) / Median(few.Times[name]));
}

Say("lists.cases", largest);
Say("lists.people", people);
Say("lists.sequential_scans_of_large_tables", many.Scans.Count);
foreach (var scan in many.Scans) await Console.Error.WriteLineAsync(scan);
return many.Scans.Count == 0 ? 0 : 1;

static async Task<(Dictionary<string, List<double>> Times, List<string> Scans)> MeasureAsync(int cases, int people)
{
    var site = new Site();
    await site.InitializeAsync();
    await using var ending = site;
    var dentists = Math.Max(people, cases / 20);
    await using var database = NpgsqlDataSource.Create(site.Database.ConnectionString);
    await Population.FillAsync(database, cases, dentists);

    var visitors = new List<Visitor>();
    for (var i = 1; i <= people; i++) visitors.Add(await site.SignedInAsync(new("dentist", $"Dentista {i}", Population.EmailOf(i), Person.Dentist.Password)));
    var planner = await site.SignedInAsync(Person.Planner);
    var times = new Dictionary<string, List<double>> { ["home"] = [], ["board"] = [], ["search"] = [] };
    string[] words = ["onceic", "ARAUJO", "raujo", "jose", "2025-77", "simões", "ferreir", "antonio da"];

    // What is compiled and cached at the first sight is not what is asked for.
    foreach (var visitor in visitors.Take(20)) await RoundAsync(visitor, 0, []);
    var before = await Population.ScansAsync(database);
    for (var i = 0; i < people; i++) await RoundAsync(visitors[i], i, times);
    return (times, [.. await Population.ScansSinceAsync(database, before)]);

    async Task RoundAsync(Visitor visitor, int i, Dictionary<string, List<double>> into)
    {
        var word = Uri.EscapeDataString(words[i % words.Length]);
        await TimeAsync(visitor, "/inicio", "home", into);
        await TimeAsync(visitor, $"/inicio?q={word}", "search", into);
        await TimeAsync(visitor, "/inicio?estado=sua-vez&pagina=2", "home", into);
        await TimeAsync(planner, i % 2 == 0 ? "/admin/casos" : "/admin/casos?passo=preview&vez=empresa", "board", into);
        await TimeAsync(planner, $"/admin/casos?q={word}", "search", into);
    }
}

static async Task TimeAsync(Visitor visitor, string path, string name, Dictionary<string, List<double>> into)
{
    var watch = Stopwatch.StartNew();
    var page = await visitor.GetAsync(path);
    if ((int)page.Status != 200) throw new InvalidOperationException($"{path} answered {page.Status}.");
    if (into.TryGetValue(name, out var times)) times.Add(watch.Elapsed.TotalMilliseconds);
}

static double Median(List<double> times) => Percentile(times, 0.5);

static double Percentile(List<double> times, double share) => times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * share)));

static void Say(string figure, double value) => Console.Out.WriteLine($"{figure}: {value.ToString("0.##", CultureInfo.InvariantCulture)}");
