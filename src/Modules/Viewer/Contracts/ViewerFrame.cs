namespace Percurso.Viewer.Contracts;

/// <summary>What the partial <c>/Pages/Viewer/_Viewer.cshtml</c> shows; <c>/Pages/Viewer/_ViewerScripts.cshtml</c> belongs in the page's scripts.</summary>
/// <param name="Version">The version.</param>
/// <param name="Before">The one to compare with; null for none.</param>
/// <param name="Comments">On the version.</param>
/// <param name="Rights">Of the reader.</param>
/// <param name="Title">What it is, for whoever hears it.</param>
public sealed record ViewerFrame(VersionView Version, VersionView? Before, IReadOnlyList<CommentView> Comments, ViewRights Rights, string Title)
{
    /// <summary>Whether the page stays when somebody comments, as in a conversation: the viewer sends the form itself and reads the comments again.</summary>
    public bool Stays { get; init; }
}
