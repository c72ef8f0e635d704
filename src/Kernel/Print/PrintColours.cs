using Percurso.Kernel.Print.Pdf;

namespace Percurso.Kernel.Print;

/// <summary>The light theme's colours, on paper.</summary>
static class PrintColours
{
    public static readonly PdfColour Paper = new(0xFF, 0xFF, 0xFF);
    public static readonly PdfColour Ink = new(0x14, 0x21, 0x2B);
    public static readonly PdfColour Muted = new(0x51, 0x61, 0x6E);
    public static readonly PdfColour Line = new(0xC3, 0xCC, 0xD1);
    public static readonly PdfColour Path = new(0x0B, 0x6E, 0x6E);
    public static readonly PdfColour PathSoft = new(0xE2, 0xF1, 0xEF);
    public static readonly PdfColour Accent = new(0xB4, 0x54, 0x1A);
}
