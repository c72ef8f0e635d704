using Microsoft.Playwright;

using Percurso.Testing;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>
/// Pictures that somebody has looked at, kept in <c>Pictures/</c>, to which a later drawing is compared pixel by pixel. With <c>PERCURSO_PICTURES=1</c> they are taken
/// anew, to be looked at again.
/// </summary>
static class Picture
{
    /// <summary>How far two pictures are apart: the mean over all pixels and colours, of 255; the share of pixels of which a colour is off by more than a tenth.</summary>
    const string Compare =
        """
        async ([one, other]) => {
            const read = async text => {
                const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))]));
                const board = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
                board.drawImage(picture, 0, 0);
                return board.getImageData(0, 0, picture.width, picture.height);
            };
            const [first, second] = [await read(one), await read(other)];
            if (first.width !== second.width || first.height !== second.height) return [255, 1];
            let sum = 0, off = 0;
            for (let at = 0; at < first.data.length; at += 4) {
                let most = 0;
                for (let colour = 0; colour < 3; colour++) {
                    const apart = Math.abs(first.data[at + colour] - second.data[at + colour]);
                    sum += apart;
                    most = Math.max(most, apart);
                }
                if (most > 25) off++;
            }
            return [sum / (first.data.length * 0.75), off / (first.data.length / 4)];
        }
        """;

    /// <summary>Fails where what is drawn is no longer what was looked at; edges may differ a little.</summary>
    public static async Task DemandAsync(ILocator what, string name)
    {
        var path = Repository.At("tests", "Browser.Tests", "Pictures", $"{name}.png");
        var drawn = await what.ScreenshotAsync();
        if (Environment.GetEnvironmentVariable("PERCURSO_PICTURES") == "1")
        {
            await File.WriteAllBytesAsync(path, drawn);
            return;
        }

        var apart = await what.Page.EvaluateAsync<double[]>(Compare, new[] { Convert.ToBase64String(await File.ReadAllBytesAsync(path)), Convert.ToBase64String(drawn) });
        Assert.True(apart[0] < 2 && apart[1] < 0.01, $"{name}: the mean is {apart[0]:0.00} of 255 apart, and {apart[1]:P2} of the pixels differ.");
    }
}
