using Microsoft.AspNetCore.Builder;

namespace Percurso.Kernel;

public static class PercursoHost
{
    public static void AddPercurso(this WebApplicationBuilder app, params IModule[] modules) { }

    public static async Task<int> RunPercursoAsync(this WebApplication app)
    {
        await app.RunAsync();
        return 0;
    }
}
