using Microsoft.AspNetCore.SignalR;

namespace Percurso.Meetings.Line;

/// <summary>The line does not do what was asked; the message is a word of its protocol.</summary>
sealed class LineRefusedException(string word) : Exception(word);

/// <summary>Somebody who is no longer in the room, and asks, is answered: <c>{ "refused": "outside" }</c>. What flies past this is a bug, and is logged as one.</summary>
sealed class AnswerRefusals : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            return await next(invocationContext);
        }
        catch (LineRefusedException refusal)
        {
            return new { Refused = refusal.Message };
        }
        catch (OperationCanceledException) when (invocationContext.Context.ConnectionAborted.IsCancellationRequested)
        {
            return null;   // Whoever asked is gone.
        }
    }
}
