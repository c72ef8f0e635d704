using System.Diagnostics;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

using Percurso.Testing;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>A relay for pictures and sound (npm <c>node-turn</c>) on this machine, which can be stopped and started again in the same place.</summary>
public sealed class Relay : IAsyncDisposable
{
    public const string Secret = "between-two-browsers";

    readonly int port = FreePort();
    Process? process;

    public string Url => $"turn:{Address}:{port}?transport=udp";

    /// <summary>Browsers look at the machine's own network before the loopback.</summary>
    static IPAddress Address { get; } = NetworkInterface.GetAllNetworkInterfaces()
        .Where(one => one is { OperationalStatus: OperationalStatus.Up, NetworkInterfaceType: not NetworkInterfaceType.Loopback })
        .SelectMany(one => one.GetIPProperties().UnicastAddresses).Select(one => one.Address)
        .FirstOrDefault(one => one.AddressFamily == AddressFamily.InterNetwork) ?? IPAddress.Loopback;

    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo("node", [Repository.At("tests", "Browser.Tests", "Browsers", "relay.mjs"), $"{Address}", $"{port}", Secret])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
    }

    public async Task StopAsync()
    {
        if (process is null) return;

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    static int FreePort()
    {
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Any, 0));
        return ((IPEndPoint)socket.Client.LocalEndPoint!).Port;
    }
}
