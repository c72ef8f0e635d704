namespace Percurso.Content.Media.Formats;

/// <summary>A picture as it is kept.</summary>
/// <param name="Bytes">Without what the camera wrote: place, time, device.</param>
/// <param name="Width">As it is shown, in pixels.</param>
/// <param name="Height">The same.</param>
sealed record PictureData(byte[] Bytes, int Width, int Height);
