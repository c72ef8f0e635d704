/** Pixels as a canvas has them: red, green, blue and opacity, row by row. Anything shaped so will do, in a page, a worker or a test. */
export interface Picture {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;
}

/** One number a pixel. */
export interface Plane {
    readonly values: Float32Array;
    readonly width: number;
    readonly height: number;
}

/** In pixels, from the upper left corner. */
export interface Point {
    readonly x: number;
    readonly y: number;
}

export function newPicture(width: number, height: number): Picture {
    return { data: new Uint8ClampedArray(4 * width * height), width, height };
}

/** How bright each pixel is (ITU-R BT.601), made smaller by averaging so that its longer side has at most so many. */
export function brightness(picture: Picture, longest: number): Plane & { readonly scale: number } {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const width = Math.max(1, Math.round(picture.width * scale)), height = Math.max(1, Math.round(picture.height * scale));
    const values = new Float32Array(width * height);
    for (let y = 0; y < height; y++) {
        const top = Math.floor(y * picture.height / height), bottom = Math.max(top + 1, Math.floor((y + 1) * picture.height / height));
        for (let x = 0; x < width; x++) {
            const left = Math.floor(x * picture.width / width), right = Math.max(left + 1, Math.floor((x + 1) * picture.width / width));
            let sum = 0;
            for (let row = top; row < bottom; row++)
                for (let at = 4 * (row * picture.width + left), end = 4 * (row * picture.width + right); at < end; at += 4)
                    sum += 0.299 * picture.data[at]! + 0.587 * picture.data[at + 1]! + 0.114 * picture.data[at + 2]!;
            values[y * width + x] = sum / ((bottom - top) * (right - left));
        }
    }

    return { values, width, height, scale: width / picture.width };
}

/** Three means of three pixels, along rows and columns: near enough to a Gaussian of 1.4 pixels. */
export function blurred({ values, width, height }: Plane): Plane {
    let from = values;
    for (let pass = 0; pass < 3; pass++) {
        const across = new Float32Array(from.length), down = new Float32Array(from.length);
        for (let y = 0; y < height; y++)
            for (let x = 0; x < width; x++) {
                const row = y * width;
                across[row + x] = (from[row + Math.max(0, x - 1)]! + from[row + x]! + from[row + Math.min(width - 1, x + 1)]!) / 3;
            }
        for (let y = 0; y < height; y++)
            for (let x = 0; x < width; x++)
                down[y * width + x] = (across[Math.max(0, y - 1) * width + x]! + across[y * width + x]! + across[Math.min(height - 1, y + 1) * width + x]!) / 3;
        from = down;
    }

    return { values: from, width, height };
}

/** Between the pixels; outside, the nearest edge. */
export function sample({ values, width, height }: Plane, x: number, y: number): number {
    const within = Math.min(Math.max(x, 0), width - 1.001), below = Math.min(Math.max(y, 0), height - 1.001);
    const left = Math.floor(within), top = Math.floor(below), right = within - left, bottom = below - top;
    const at = top * width + left;
    return (values[at]! * (1 - right) + values[at + 1]! * right) * (1 - bottom) + (values[at + width]! * (1 - right) + values[at + width + 1]! * right) * bottom;
}
