// A picture in the widths that pages show it in, made by the browser of whoever uploads it. Drawing it anew also leaves behind
// whatever the camera wrote into the file.

const widths = [2560, 1920, 1440, 960, 480];
const quality = { "image/webp": 0.82, "image/avif": 0.6, "image/jpeg": 0.85 };
type Format = keyof typeof quality;

/** The sizes, the largest first; the file as it is where this browser cannot read it, for the site to say why. */
export async function sizesOf(file: File): Promise<File[]> {
    const picture = await createImageBitmap(file).catch(() => null);
    if (!picture) return [file];

    try {
        const largest = Math.min(picture.width, widths[0]!);
        const wanted = [largest, ...widths.filter(width => width < largest * 0.9)];
        const formats = await known();
        const name = file.name.replace(/\.[^.]*$/, "") || "imagem";
        const made: File[] = [];
        for (const width of wanted)
            for (const format of formats) {
                const blob = await drawn(picture, width, format);
                if (!blob || blob.type !== format) return [file];
                made.push(new File([blob], `${name}.${format.slice("image/".length).replace("jpeg", "jpg")}`, { type: format }));
            }
        return made;
    } finally {
        picture.close();
    }
}

function drawn(picture: ImageBitmap, width: number, format: Format) {
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = Math.max(1, Math.round(picture.height * width / picture.width));
    const context = canvas.getContext("2d")!;
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return toBlob(canvas, format);
}

function toBlob(canvas: HTMLCanvasElement, format: Format) {
    return new Promise<Blob | null>(done => canvas.toBlob(done, format, quality[format]));
}

let formats: Promise<Format[]> | undefined;

/** What this browser writes: WebP, AVIF beside it where it can, JPEG where it knows neither. */
function known() {
    formats ??= (async () => {
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = 1;
        const able: Format[] = [];
        for (const format of ["image/webp", "image/avif"] as const)
            if ((await toBlob(canvas, format))?.type === format) able.push(format);
        return able.length > 0 ? able : ["image/jpeg"];
    })();
    return formats;
}
