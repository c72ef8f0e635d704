using System.Globalization;

using Percurso.Benchmarks.Pages;

// The published home page against bare Kestrel with the same bytes: ./bench pages [seconds a run] [connections]
if (args is ["bare", var file, var port]) return await Bare.RunAsync(file, int.Parse(port, CultureInfo.InvariantCulture));

var seconds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 4;
var connections = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 32;
const int Alternations = 5;

var said = Console.Out;
await using var site = await RunningSite.StartAsync();
var ratios = new List<double>();
foreach (var (name, cookie) in new[] { ("without a session", ""), ("with a session cookie", await site.SignInAsync()) })
{
    var request = Load.Request(site.Address, cookie);
    var captured = Path.GetTempFileName();
    await File.WriteAllBytesAsync(captured, await Load.OnceAsync(site.Address, request));
    await using var bare = await Running.StartAsync(Environment.ProcessPath!, ["bare", captured, "5192"], new("http://localhost:5192"));

    var (ours, theirs) = (new List<Figures>(), new List<Figures>());
    await Load.RunAsync(site.Address, request, connections, TimeSpan.FromSeconds(seconds));
    await Load.RunAsync(bare.Address, request, connections, TimeSpan.FromSeconds(seconds));
    for (var i = 0; i < Alternations; i++)
    {
        ours.Add(await Load.RunAsync(site.Address, request, connections, TimeSpan.FromSeconds(seconds)));
        theirs.Add(await Load.RunAsync(bare.Address, request, connections, TimeSpan.FromSeconds(seconds)));
        await said.WriteLineAsync($"{name}, {i + 1}: site {ours[^1]}; bare Kestrel {theirs[^1]}");
    }

    var (one, other) = (Figures.Median(ours), Figures.Median(theirs));
    ratios.Add(one.PerSecond / other.PerSecond);
    await said.WriteLineAsync($"{name}, medians of {Alternations}: site {one}; bare Kestrel {other}; ratio {Number(ratios[^1])}; {ours[0].Bytes} bytes an answer, {connections} connections");
    File.Delete(captured);
}

await said.WriteLineAsync($"pages.ratio-without-session: {Number(ratios[0])}");
await said.WriteLineAsync($"pages.ratio-with-session: {Number(ratios[1])}");
await said.WriteLineAsync($"pages.ratio: {Number(ratios.Min())}");
return 0;

static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
