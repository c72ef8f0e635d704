import type { Corners } from "./_perspective";
import type { PageJpeg } from "./_pdf";
import type { Picture } from "./_picture";
import { evened, legibility, straighten } from "./straighten";

/** A page as it will be sent. */
export interface SheetPage extends PageJpeg {
    /** Where the sheet was in the photograph, as shares of its width and height; null where it was not found and the photograph is the page. */
    readonly corners: Corners | null;
    readonly isLegible: boolean;
}

/** On more pixels a phone's memory is at its end before the sheet is any clearer. */
const longest = 2600;

/**
 * Lays the sheet in a photograph flat. The browser turns the photograph upright; nothing of what the camera noted comes along.
 * @param corners Where the person moved them, as shares of width and height; found when they are not given.
 */
export async function pageOf(photograph: Blob, corners: Corners | null = null): Promise<SheetPage> {
    const bitmap = await createImageBitmap(photograph, { imageOrientation: "from-image" });
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const [canvas, draw] = canvasOf(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    const { width, height } = canvas;
    draw.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    const picture = draw.getImageData(0, 0, width, height);
    const page = straighten(picture, corners === null ? undefined : scaled(corners, width, height));
    if (page !== null) return { ...await jpegOf(page.picture), corners: scaled(page.corners, 1 / width, 1 / height), isLegible: page.legibility.isLegible };

    const whole = evened(picture);
    return { ...await jpegOf(whole), corners: null, isLegible: legibility(whole).isLegible };
}

function scaled(corners: Corners, x: number, y: number): Corners {
    return corners.map(corner => ({ x: corner.x * x, y: corner.y * y })) as unknown as Corners;
}

async function jpegOf({ data, width, height }: Picture): Promise<PageJpeg> {
    const [canvas, draw] = canvasOf(width, height);
    draw.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
    const blob = await new Promise<Blob>((done, fail) => canvas.toBlob(made => made === null ? fail(new Error("The browser wrote no JPEG.")) : done(made), "image/jpeg", 0.82));
    return { jpeg: new Uint8Array(await blob.arrayBuffer()), width, height };
}

function canvasOf(width: number, height: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    return [canvas, canvas.getContext("2d", { willReadFrequently: true })!];
}
