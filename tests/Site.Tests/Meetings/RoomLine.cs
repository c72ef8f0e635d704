using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

using Percurso.Testing;

namespace Percurso.Tests.Meetings;

/// <summary>A browser's end of a room's line, without a browser: SignalR's JSON protocol over a WebSocket.</summary>
sealed class RoomLine : IAsyncDisposable
{
    const char End = '\u001e';

    readonly WebSocket socket;
    readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> asked = new();
    readonly ConcurrentQueue<(string Name, JsonElement Body)> heard = new();
    int count;

    RoomLine(WebSocket socket) => this.socket = socket;

    /// <summary>What the site said unasked.</summary>
    public IReadOnlyList<(string Name, JsonElement Body)> Heard => [.. heard];

    public static async Task<RoomLine> OpenAsync(Site site, Person person, string room, bool there = false)
    {
        var line = new RoomLine(await site.SocketAsync(person, $"{room}/linha", there));
        await line.SendAsync(new { protocol = "json", version = 1 });
        _ = line.ReadAsync();
        return line;
    }

    public async Task<string> EnterAsync(Guid? resumed = null) => (await AskAsync("Enter", resumed)).GetProperty("state").GetString()!;

    /// <exception cref="InvalidOperationException">The site refused; the message is its answer.</exception>
    public async Task<JsonElement> AskAsync(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        var answer = asked[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new { type = 1, invocationId = id, target = method, arguments });
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async Task<JsonElement> HearAsync(string name)
    {
        await Eventually.IsSoAsync($"“{name}”", () => Task.FromResult(heard.Any(one => one.Name == name)));
        return heard.First(one => one.Name == name).Body;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        await Task.CompletedTask;
    }

    Task SendAsync(object message) => socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(message) + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    async Task ReadAsync()
    {
        var (buffer, text) = (new byte[64 * 1024], new StringBuilder());
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (!part.EndOfMessage) continue;

                foreach (var message in text.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries)) Take(JsonDocument.Parse(message).RootElement);
                text.Clear();
            }
        }
        catch (Exception broken) when (broken is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The line is closed.
        }

        foreach (var waiting in asked.Values) waiting.TrySetException(new InvalidOperationException("closed"));
    }

    void Take(JsonElement message)
    {
        if (!message.TryGetProperty("type", out var type)) return;

        if (type.GetInt32() == 1) heard.Enqueue((message.GetProperty("target").GetString()!, JsonDocument.Parse(message.GetProperty("arguments")[0].GetString()!).RootElement));
        if (type.GetInt32() != 3 || !asked.TryRemove(message.GetProperty("invocationId").GetString()!, out var answer)) return;

        if (message.TryGetProperty("error", out var error)) answer.SetException(new InvalidOperationException(error.GetString()));
        else if (!message.TryGetProperty("result", out var result)) answer.SetResult(default);
        else if (result.ValueKind == JsonValueKind.Object && result.TryGetProperty("refused", out var word)) answer.SetException(new InvalidOperationException(word.GetString()));
        else answer.SetResult(result);
    }
}
