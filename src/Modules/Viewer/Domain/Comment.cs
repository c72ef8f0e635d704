using Percurso.Kernel;
using Percurso.Kernel.Data;

namespace Percurso.Viewer.Domain;

/// <summary>Where a comment is pinned, and what its author saw.</summary>
/// <param name="Layer">The layer under the pin.</param>
/// <param name="X">Millimetres.</param>
/// <param name="Y">The same.</param>
/// <param name="Z">The same.</param>
/// <param name="View">As the viewer wrote it: JSON.</param>
sealed record PinnedAt(Guid? Layer, double? X, double? Y, double? Z, string? View);

/// <summary>What somebody says of a version. It is open until somebody closes it.</summary>
sealed class Comment : Aggregate
{
    public const int TextLength = 2000;
    public const int ViewLength = 4000;
    public const int MostReplies = 100;

    readonly List<Reply> replies = [];

    Comment() { }

    public Guid VersionId { get; private init; }
    public int Number { get; private init; }
    public Guid By { get; private init; }
    public bool ByCompany { get; private init; }
    public DateTime At { get; private init; }
    public string Text { get; private init; } = "";
    public Guid? LayerId { get; private init; }
    public double? X { get; private init; }
    public double? Y { get; private init; }
    public double? Z { get; private init; }
    public string? View { get; private init; }
    public DateTime? ClosedAt { get; private set; }
    public Guid? ClosedBy { get; private set; }

    public IReadOnlyList<Reply> Replies => [.. replies.OrderBy(reply => reply.At).ThenBy(reply => reply.Id)];

    public static Comment Say(Guid version, int number, string text, PinnedAt at, Guid by, bool byCompany, DateTime now)
    {
        Demand(text);
        if (at is { X: { } x, Y: { } y, Z: { } z } && !(double.IsFinite(x) && double.IsFinite(y) && double.IsFinite(z) && Math.Abs(x) + Math.Abs(y) + Math.Abs(z) < 1e6)
            || at.View is { Length: > ViewLength }) throw new RuleBrokenException("O lugar do comentário não foi entendido. Marque-o de novo no modelo.");

        var comment = new Comment
        {
            VersionId = version,
            Number = number,
            By = by,
            ByCompany = byCompany,
            At = now,
            Text = text.Trim(),
            LayerId = at.Layer,
            X = at.X,
            Y = at.Y,
            Z = at.Z,
            View = at.View,
        };
        comment.Changed();
        return comment;
    }

    public void Answer(string text, Guid by, bool byCompany, DateTime now)
    {
        Demand(text);
        if (replies.Count >= MostReplies) throw new RuleBrokenException("Este comentário já tem {0} respostas. Faça um comentário novo.", MostReplies);

        replies.Add(new() { CommentId = Id, By = by, ByCompany = byCompany, At = now, Text = text.Trim() });
        Changed();
    }

    public void Close(Guid by, DateTime now)
    {
        if (ClosedAt is not null) return;

        (ClosedAt, ClosedBy) = (now, by);
        Changed();
    }

    public void OpenAgain()
    {
        (ClosedAt, ClosedBy) = (null, null);
        Changed();
    }

    static void Demand(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBrokenException("Escreva o comentário.") { Field = "Input.Text" };
        if (text.Length > TextLength) throw new RuleBrokenException("O comentário passa de 2.000 letras. Divida-o em dois.") { Field = "Input.Text" };
    }
}

/// <summary>An answer to a comment.</summary>
sealed class Reply
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid CommentId { get; init; }
    public required Guid By { get; init; }
    public required bool ByCompany { get; init; }
    public required DateTime At { get; init; }
    public required string Text { get; init; }
}
