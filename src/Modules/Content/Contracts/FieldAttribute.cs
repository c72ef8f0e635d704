namespace Percurso.Content.Contracts;

/// <summary>A property of a block's settings that an editor fills: a <c>string</c>, <c>bool</c>, <c>int</c>, an enum, or a list of records.</summary>
/// <param name="label">What it is called, in Portuguese. On a member of an enum: what choosing it is called.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FieldAttribute(string label) : Attribute
{
    public string Label { get; } = label;

    public FieldShape As { get; init; } = FieldShape.Line;

    /// <summary>The most letters it takes.</summary>
    public int Max { get; init; } = 200;

    /// <summary>A sentence under the label, in Portuguese; empty for none.</summary>
    public string Hint { get; init; } = "";
}

/// <summary>How a text is written.</summary>
public enum FieldShape
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines, without formatting.</summary>
    Lines,

    /// <summary>Formatted text, kept as Markdown.</summary>
    RichText,

    /// <summary>An address: https, mailto, tel, or a path of this site.</summary>
    Link,

    /// <summary>The key of a picture in the media library; a <c>string?</c>.</summary>
    Picture,

    /// <summary>The key of a document in the media library; a <c>string?</c>.</summary>
    File,
}
