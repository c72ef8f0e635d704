using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Percurso.Kernel.Localization;

namespace Percurso.Files.Storage;

/// <summary>Whoever asks for a file that the store cannot give is told so in one sentence, unless some of it has gone out: then the line is broken off.</summary>
sealed class SayStoreTrouble(ILogger<SayStoreTrouble> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, words) = exception switch
        {
            StoreAwayException => (StatusCodes.Status503ServiceUnavailable, "Agora não alcançamos o lugar onde os arquivos ficam. Nada se perdeu; tente daqui a alguns minutos."),
            StoreDamagedException => (StatusCodes.Status500InternalServerError, "O que está guardado deste arquivo não é o que chegou, e não o entregamos. Fale com a empresa."),
            _ => default,
        };
        if (words is null) return false;

        log.LogError("A file could not be read. {Reason}", exception.Message);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/plain; charset=utf-8";
        await httpContext.Response.WriteAsync(httpContext.RequestServices.GetRequiredService<Words>()[words], cancellationToken);
        return true;
    }
}
