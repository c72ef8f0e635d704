import type { Picture } from "./_picture";
import { brightness, sample } from "./_picture";

/** Squares of this many pixels have one paper of their own. */
const square = 48;

/** What a page is worth reading. */
export interface Legibility {
    /** How sudden the step from paper to ink is, 0 to 1; a page out of focus has none that is. */
    readonly sharpness: number;
    /** How much darker than its paper the ink is, 0 to 1. */
    readonly contrast: number;
    readonly isLegible: boolean;
}

/** The page with white paper and dark ink, whatever the light it was taken in: each pixel as a share of the paper around it. */
export function evened(picture: Picture): Picture {
    const paper = paperOf(picture), data = new Uint8ClampedArray(picture.data.length);
    for (let y = 0; y < picture.height; y++)
        for (let x = 0; x < picture.width; x++) {
            const at = 4 * (y * picture.width + x);
            const light = Math.max(24, sample(paper, x / square - 0.5, y / square - 0.5));
            for (let colour = 0; colour < 3; colour++) data[at + colour] = curve(picture.data[at + colour]! / light);
            data[at + 3] = 255;
        }
    return { data, width: picture.width, height: picture.height };
}

/** To be asked of a page that was evened. */
export function legibility(page: Picture): Legibility {
    const { values, width, height } = brightness(page, 1240);
    const steps = new Uint32Array(256), darks = new Uint32Array(256);
    let count = 0;
    for (let y = 1; y < height - 1; y++)
        for (let x = 1; x < width - 1; x++) {
            const at = y * width + x;
            const step = Math.max(Math.abs(values[at + 1]! - values[at - 1]!), Math.abs(values[at + width]! - values[at - width]!));
            steps[Math.min(255, Math.round(step))]!++;
            darks[Math.min(255, Math.round(values[at]!))]!++;
            count++;
        }

    // The steepest hundredth of a written page are the edges of its letters.
    const sharpness = above(steps, count, 0.99) / 255, contrast = 1 - above(darks, count, 0.01) / 255;
    return { sharpness, contrast, isLegible: sharpness > 0.22 && contrast > 0.3 };
}

/** Paper is what is brighter than nine tenths of a square; where a square is all ink, its neighbours say. */
function paperOf(picture: Picture) {
    const width = Math.max(2, Math.ceil(picture.width / square)), height = Math.max(2, Math.ceil(picture.height / square));
    const values = new Float32Array(width * height);
    for (let row = 0; row < height; row++)
        for (let column = 0; column < width; column++) {
            const counts = new Uint32Array(256);
            let count = 0;
            for (let y = row * square; y < Math.min(picture.height, (row + 1) * square); y += 2)
                for (let x = column * square; x < Math.min(picture.width, (column + 1) * square); x += 2, count++) {
                    const at = 4 * (y * picture.width + x);
                    counts[Math.max(picture.data[at]!, picture.data[at + 1]!, picture.data[at + 2]!)]!++;
                }
            values[row * width + column] = count === 0 ? 0 : above(counts, count, 0.9);
        }

    const spread = new Float32Array(values.length);
    for (let row = 0; row < height; row++)
        for (let column = 0; column < width; column++) {
            let most = 0;
            for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++)
                for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) most = Math.max(most, values[y * width + x]!);
            // A little of the brightest neighbour, so that a dark heading does not become paper.
            spread[row * width + column] = Math.max(values[row * width + column]!, 0.85 * most);
        }
    return { values: spread, width, height };
}

/** Paper white, ink dark, what is between kept. */
function curve(share: number): number {
    return 255 * Math.min(1, Math.max(0, (share - 0.08) / 0.88));
}

/** The value that this share of all does not reach. */
function above(counts: Uint32Array, count: number, share: number): number {
    let left = share * count;
    for (let value = 0; value < counts.length; value++) {
        left -= counts[value]!;
        if (left < 0) return value;
    }

    return counts.length - 1;
}
