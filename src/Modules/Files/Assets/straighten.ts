/**
 * A photographed sheet becomes a page: its corners are found, it is laid flat in its own proportions, and the light on it is evened. Pure functions on
 * pixels, for the phone's page and for its worker. Several pages become one PDF.
 */
import { aspect, flattened } from "./_perspective";
import type { Corners } from "./_perspective";
import type { Picture } from "./_picture";
import { evened, legibility } from "./_light";
import type { Legibility } from "./_light";
import { findCorners } from "./_corners";
import { pdfOf } from "./_pdf";
import type { PageJpeg } from "./_pdf";

export { aspect, evened, findCorners, flattened, legibility, pdfOf };
export type { Corners, Legibility, PageJpeg, Picture };

/** Of an A4 sheet: its height by its width (ISO 216). */
const a4 = Math.SQRT2;

/** Of a page of A4 at 200 points an inch: what handwriting needs, and a slow line still takes. */
const pageWidth = 1654;

export interface Page {
    readonly picture: Picture;
    readonly corners: Corners;
    /** How many times longer than wide the sheet is. */
    readonly aspect: number;
    readonly legibility: Legibility;
}

/**
 * The page that a photograph shows; null where no sheet is seen whole.
 * @param corners Where the person moved them; found when they are not given.
 */
export function straighten(photograph: Picture, corners: Corners | null = findCorners(photograph)): Page | null {
    if (corners === null) return null;

    const measured = aspect(corners, photograph.width, photograph.height);
    // What is nearly A4 is A4, upright or lying.
    const ratio = Math.abs(measured / a4 - 1) < 0.1 ? a4 : Math.abs(measured * a4 - 1) < 0.1 ? 1 / a4 : measured;
    const width = ratio >= 1 ? pageWidth : Math.round(pageWidth / ratio);
    const flat = flattened(photograph, corners, width, Math.round(width * ratio));
    if (flat === null) return null;

    const picture = evened(flat);
    return { picture, corners, aspect: measured, legibility: legibility(picture) };
}
