import type { Picture, Point } from "./_picture";
import { newPicture } from "./_picture";

/** Four corners: upper left, upper right, lower right, lower left. */
export type Corners = readonly [Point, Point, Point, Point];

/** Nine numbers, the last of them one: where a plane's points are seen (Hartley and Zisserman, Multiple View Geometry, 2.3). */
export type Homography = readonly number[];

/** The homography that takes four points to four others; null where three of them are in a line. */
export function homography(from: Corners, to: Corners): Homography | null {
    const rows: number[][] = [];
    for (let i = 0; i < 4; i++) {
        const { x, y } = from[i]!, { x: u, y: v } = to[i]!;
        rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
    }

    const solved = solve(rows);
    return solved === null ? null : [...solved, 1];
}

export function seen(h: Homography, { x, y }: Point): Point {
    const w = h[6]! * x + h[7]! * y + h[8]!;
    return { x: (h[0]! * x + h[1]! * y + h[2]!) / w, y: (h[3]! * x + h[4]! * y + h[5]!) / w };
}

/**
 * How many times longer than wide the sheet is, of which a camera saw these corners: from the corners alone, with the camera's axis through the middle of the
 * picture (Zhang and He, Whiteboard scanning and image enhancement, 2007, 3.2). Seen straight from above, its sides say it.
 */
export function aspect(corners: Corners, width: number, height: number): number {
    const [m1, m2, m4, m3] = corners.map(({ x, y }) => [x - width / 2, y - height / 2, 1] as const) as [Vector, Vector, Vector, Vector];
    const k2 = dot(cross(m1, m4), m3) / dot(cross(m2, m4), m3), k3 = dot(cross(m1, m4), m2) / dot(cross(m3, m4), m2);
    const n2 = subtract(scaled(m2, k2), m1), n3 = subtract(scaled(m3, k3), m1);
    const focal2 = -(n2[0] * n3[0] + n2[1] * n3[1]) / (n2[2] * n3[2]);
    const longest = Math.max(width, height);

    // Where its sides are seen nearly parallel, the focal length cannot be told, and need not be.
    const isTold = Number.isFinite(focal2) && focal2 > (longest / 4) ** 2 && focal2 < (longest * 8) ** 2;
    const squared = isTold ? focal2 : (1.2 * longest) ** 2;
    const length = (n: Vector) => (n[0] ** 2 + n[1] ** 2) / squared + n[2] ** 2;
    return Math.sqrt(length(n3) / length(n2));
}

/** The sheet within four corners as if it lay flat, in a picture of this size. */
export function flattened(picture: Picture, corners: Corners, width: number, height: number): Picture | null {
    const back = homography([{ x: 0, y: 0 }, { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }], corners);
    if (back === null) return null;

    const flat = newPicture(width, height);
    for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
            const from = seen(back, { x: x + 0.5, y: y + 0.5 });
            put(flat.data, 4 * (y * width + x), picture, from.x - 0.5, from.y - 0.5);
        }
    return flat;
}

function put(into: Uint8ClampedArray, at: number, { data, width, height }: Picture, x: number, y: number): void {
    const within = Math.min(Math.max(x, 0), width - 1.001), below = Math.min(Math.max(y, 0), height - 1.001);
    const left = Math.floor(within), top = Math.floor(below), right = within - left, bottom = below - top;
    const from = 4 * (top * width + left), under = from + 4 * width;
    for (let colour = 0; colour < 3; colour++)
        into[at + colour] = (data[from + colour]! * (1 - right) + data[from + 4 + colour]! * right) * (1 - bottom)
            + (data[under + colour]! * (1 - right) + data[under + 4 + colour]! * right) * bottom;
    into[at + 3] = 255;
}

/** By elimination with the largest pivot; null where there is no one answer. */
function solve(rows: number[][]): number[] | null {
    const n = rows.length;
    for (let column = 0; column < n; column++) {
        let pivot = column;
        for (let row = column + 1; row < n; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
        if (Math.abs(rows[pivot]![column]!) < 1e-9) return null;

        [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
        for (let row = 0; row < n; row++) {
            if (row === column) continue;

            const times = rows[row]![column]! / rows[column]![column]!;
            for (let at = column; at <= n; at++) rows[row]![at] = rows[row]![at]! - times * rows[column]![at]!;
        }
    }

    return rows.map((row, at) => row[n]! / row[at]!);
}

type Vector = readonly [number, number, number];

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const scaled = (a: Vector, times: number): Vector => [a[0] * times, a[1] * times, a[2] * times];
const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
