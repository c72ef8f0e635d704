using Npgsql;

using Percurso.Kernel.Commands;

namespace Percurso.Kernel.Audit;

/// <summary><c>verify-audit</c>: reads the whole log of acts and says whether anything was altered or removed; 1 when it was.</summary>
sealed class VerifyAudit(CheckChain chain, NpgsqlDataSource source) : ICommand
{
    public static string Name => "verify-audit";

    public async Task<int> RunAsync(TextWriter answer, CancellationToken cancel)
    {
        await DemandLogAsync(cancel);
        var state = await chain.NowAsync(cancel);
        await answer.WriteLineAsync(state.Break switch
        {
            null => $"{state.Acts} acts, chain whole. Its last hash is {Convert.ToHexStringLower(state.Newest)}.",
            ChainBreak.Altered => $"Act {state.At} was altered after it had been recorded.",
            ChainBreak.Missing => $"Act {state.At} is missing.",
            _ => $"Act {state.At} was never recorded; it was written into the table by other means.",
        });
        return state.Break is null ? 0 : 1;
    }

    async Task DemandLogAsync(CancellationToken cancel)
    {
        await using var ask = source.CreateCommand("select to_regclass('kernel.audit') is not null");
        if (await ask.ExecuteScalarAsync(cancel) is not true)
            throw new StartRefusedException("This database holds no log of acts. Start the site on it once; that makes one.");
    }
}
