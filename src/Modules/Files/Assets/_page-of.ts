import type { PageJpeg } from "./_pdf";
import type { Picture } from "./_picture";
import { evened, legibility, straighten } from "./straighten";

/** A page as it will be sent. */
export interface SheetPage extends PageJpeg {
    /** Whether the sheet was found in the photograph; if not, the photograph is the page. */
    readonly isWhole: boolean;
    readonly isLegible: boolean;
}

/** On more pixels a phone's memory is at its end before the sheet is any clearer. */
const longest = 2600;

/** Lays the sheet in a photograph flat. The browser turns the photograph upright; nothing of what the camera noted comes along. */
export async function pageOf(photograph: Blob): Promise<SheetPage> {
    const bitmap = await createImageBitmap(photograph, { imageOrientation: "from-image" });
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const [canvas, draw] = canvasOf(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    draw.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const picture = draw.getImageData(0, 0, canvas.width, canvas.height);
    const page = straighten(picture);
    if (page !== null) return { ...await jpegOf(page.picture), isWhole: true, isLegible: page.legibility.isLegible };

    const whole = evened(picture);
    return { ...await jpegOf(whole), isWhole: false, isLegible: legibility(whole).isLegible };
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
