using Percurso.Kernel;

namespace Percurso.Content.Domain.Pages;

/// <summary>
/// An address that leads to another: to a page, wherever that is by then, or to a path of this site. A page that stands at
/// the address comes first.
/// </summary>
/// <param name="Origin">The path, <c>/quem-somos</c>.</param>
/// <param name="PageId">The page it leads to; null when it leads to a path.</param>
/// <param name="Target">The path it leads to; null when it leads to a page.</param>
/// <param name="IsKept">The site made it when a page moved.</param>
sealed record Redirect(Guid Id, string Origin, Guid? PageId, string? Target, bool IsKept, DateTime MadeAt)
{
    public const int Length = 200;

    public static Redirect Kept(string origin, Guid page, DateTime now) => new(Guid.CreateVersion7(), origin, page, null, true, now);

    /// <param name="origin">As a person typed it.</param>
    /// <param name="target">As a person typed it.</param>
    /// <param name="others">Those there are, so that none leads in a circle.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">It leads out of the site, to itself, or in a circle.</exception>
    public static Redirect Written(string origin, string target, IReadOnlyCollection<Redirect> others, DateTime now)
    {
        var (from, to) = (Clean(origin), Clean(target));
        if (from == "/") throw new RuleBrokenException("A página inicial não pode levar a outro endereço.");
        if (others.Any(other => other.Origin == from)) throw new RuleBrokenException("Este endereço já leva a outro. Remova o redirecionamento antigo antes.");
        if (LeadsBack(from, to, others)) throw new RuleBrokenException("Estes endereços levariam um ao outro, sem chegar a lugar nenhum.");

        return new(Guid.CreateVersion7(), from, null, to, false, now);
    }

    static bool LeadsBack(string from, string to, IReadOnlyCollection<Redirect> others)
    {
        for (var (at, steps) = ((string?)to, 0); at is not null; at = others.FirstOrDefault(other => other.Origin == at)?.Target, steps++)
            if (at == from || steps > others.Count) return true;
        return false;
    }

    /// <summary>A path of this site without query; <c>//elsewhere</c> and <c>/\elsewhere</c> are other sites to a browser.</summary>
    static string Clean(string typed)
    {
        var path = typed.Trim();
        if (path.Length > Length) throw new RuleBrokenException("O endereço passa de 200 letras. Escreva-o mais curto.");
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Any(letter => letter is '\\' or '?' or '#' || char.IsControl(letter) || char.IsWhiteSpace(letter)))
            throw new RuleBrokenException("Escreva um endereço deste site, começando com a barra, como /quem-somos.");
        return path.Length > 1 ? path.TrimEnd('/') : path;
    }
}
