import type { Corners } from "./_perspective";
import type { Picture, Plane, Point } from "./_picture";
import { blurred, brightness, sample } from "./_picture";

/** On this many pixels the four sides are looked for; on more they are refined. */
const coarse = 320, fine = 1280;

/** Degrees between two directions of sides that are told apart. */
const step = 2;

const directions = 360 / step;

/** A side of the sheet: `x cos + y sin = offset`, the sheet on the side where it is more. */
interface Side {
    readonly cos: number;
    readonly sin: number;
    readonly offset: number;
    readonly votes: number;
}

/**
 * The corners of a sheet lighter than what it lies on, whatever the light; null where none is seen whole. Every edge votes for the line it lies on and for the
 * side on which it is lighter (R. Duda and P. Hart, 1972); of the strongest lines the four are taken along whose whole length there is such an edge.
 */
export function findCorners(picture: Picture): Corners | null {
    const small = brightness(picture, coarse), slopes = slopesOf(blurred(small));
    const sides = strongest(slopes);
    let best: { corners: Corners; sides: Side[]; score: number } | null = null;
    for (const top of facing(sides, 90))
        for (const bottom of facing(sides, 270))
            for (const left of facing(sides, 0))
                for (const right of facing(sides, 180)) {
                    const corners = meet([top, right, bottom, left]);
                    const score = corners === null ? 0 : worth(corners, [top, right, bottom, left], slopes);
                    if (corners !== null && score > (best?.score ?? 0)) best = { corners, sides: [top, right, bottom, left], score };
                }
    if (best === null) return null;

    const large = brightness(picture, fine), times = large.scale / small.scale;
    const refined = refine(best.corners, best.sides, blurred(large), times) ?? best.corners.map(({ x, y }) => ({ x: x * times, y: y * times })) as unknown as Corners;
    return refined.map(({ x, y }) => ({ x: (x + 0.5) / large.scale, y: (y + 0.5) / large.scale })) as unknown as Corners;
}

interface Slopes {
    readonly across: Float32Array;
    readonly down: Float32Array;
    readonly width: number;
    readonly height: number;
}

/** Sobel's, as shares of the light there, so that a shadow's edges count as much as those in the sun. */
function slopesOf({ values, width, height }: Plane): Slopes {
    const across = new Float32Array(values.length), down = new Float32Array(values.length);
    for (let y = 1; y < height - 1; y++)
        for (let x = 1; x < width - 1; x++) {
            const at = y * width + x;
            const [a, b, c, d, e, f, g, h] = [values[at - width - 1]!, values[at - width]!, values[at - width + 1]!, values[at - 1]!, values[at + 1]!, values[at + width - 1]!, values[at + width]!, values[at + width + 1]!];
            const light = values[at]! + 16;
            across[at] = (c + 2 * e + h - a - 2 * d - f) / light;
            down[at] = (f + 2 * g + h - a - 2 * b - c) / light;
        }
    return { across, down, width, height };
}

function strongest({ across, down, width, height }: Slopes): Side[] {
    const reach = Math.ceil(Math.hypot(width, height)), votes = new Float32Array(directions * 2 * reach);
    for (let y = 1; y < height - 1; y++)
        for (let x = 1; x < width - 1; x++) {
            const gx = across[y * width + x]!, gy = down[y * width + x]!, strength = Math.min(Math.hypot(gx, gy), 1);
            if (strength < 0.08) continue;

            const towards = Math.round((Math.atan2(gy, gx) * 180 / Math.PI + 360) / step);
            for (let near = towards - 2; near <= towards + 2; near++) {
                const direction = (near + directions) % directions, angle = direction * step * Math.PI / 180;
                votes[direction * 2 * reach + reach + Math.round(x * Math.cos(angle) + y * Math.sin(angle))]! += strength;
            }
        }

    const sides: Side[] = [];
    for (let count = 0; count < 28; count++) {
        let most = 0;
        for (let at = 1; at < votes.length; at++) if (votes[at]! > votes[most]!) most = at;
        if (votes[most]! < Math.min(width, height) / 16) break;

        const direction = Math.floor(most / (2 * reach)), offset = most % (2 * reach) - reach, angle = direction * step * Math.PI / 180;
        sides.push({ cos: Math.cos(angle), sin: Math.sin(angle), offset, votes: votes[most]! });
        for (let near = direction - 3; near <= direction + 3; near++)
            for (let beside = -4; beside <= 4; beside++) {
                const at = (near + directions) % directions * 2 * reach + reach + offset + beside;
                if (at >= 0 && at < votes.length) votes[at] = 0;
            }
    }

    return sides;
}

/** The sides that face a way, at most 40 degrees off, the strongest few. */
function facing(sides: Side[], degrees: number): Side[] {
    const x = Math.cos(degrees * Math.PI / 180), y = Math.sin(degrees * Math.PI / 180);
    return sides.filter(side => side.cos * x + side.sin * y > Math.cos(40 * Math.PI / 180)).slice(0, 7);
}

/** Where top and left, top and right, bottom and right, bottom and left meet; null where two run alongside. */
function meet([top, right, bottom, left]: readonly [Side, Side, Side, Side]): Corners | null {
    const corners = [crossing(top, left), crossing(top, right), crossing(bottom, right), crossing(bottom, left)];
    return corners.includes(null) ? null : corners as unknown as Corners;
}

function crossing(one: Side, other: Side): Point | null {
    const turn = one.cos * other.sin - one.sin * other.cos;
    return Math.abs(turn) < 0.2 ? null : { x: (one.offset * other.sin - other.offset * one.sin) / turn, y: (one.cos * other.offset - other.cos * one.offset) / turn };
}

/** How sure these corners are: how much lighter it is within along its outline, and how much of the picture it fills. */
function worth(corners: Corners, sides: readonly Side[], slopes: Slopes): number {
    const { width, height } = slopes;
    if (corners.some(({ x, y }) => x < -0.02 * width || y < -0.02 * height || x > 1.02 * width || y > 1.02 * height)) return 0;

    const filled = area(corners) / (width * height);
    if (filled < 0.12) return 0;

    let least = 1, sum = 0;
    for (let i = 0; i < 4; i++) {
        const { share, strength } = edge(corners[i]!, corners[(i + 1) % 4]!, sides[i]!, slopes);
        least = Math.min(least, share);
        sum += strength;
    }

    return least < 0.45 ? 0 : (sum / 4) ** 2 * Math.sqrt(filled);
}

function edge(from: Point, to: Point, side: Side, { across, down, width, height }: Slopes): { share: number; strength: number } {
    const steps = Math.max(8, Math.round(Math.hypot(to.x - from.x, to.y - from.y)));
    let there = 0, sum = 0;
    for (let i = 0; i <= steps; i++) {
        let most = 0;
        for (let off = -2; off <= 2; off++) {
            const x = Math.round(from.x + (to.x - from.x) * i / steps + off * side.cos), y = Math.round(from.y + (to.y - from.y) * i / steps + off * side.sin);
            if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) continue;
            most = Math.max(most, across[y * width + x]! * side.cos + down[y * width + x]! * side.sin);
        }
        if (most > 0.12) there++;
        // Paper on wood is more than wood's own grain, and by how much more does not matter.
        sum += Math.min(1, most / 0.5);
    }

    return { share: there / (steps + 1), strength: sum / (steps + 1) };
}

/** Each side anew, through the steepest place across it at many points of it, those that stray left out. */
function refine(corners: Corners, sides: readonly Side[], plane: Plane, times: number): Corners | null {
    const refined: Side[] = [];
    for (let i = 0; i < 4; i++) {
        const from = corners[i]!, to = corners[(i + 1) % 4]!, side = sides[i]!;
        let places: Point[] = [];
        for (let share = 0.06; share < 0.95; share += 0.01) {
            const x = (from.x + (to.x - from.x) * share) * times, y = (from.y + (to.y - from.y) * share) * times;
            const off = steepest(plane, x, y, side, 3.5 * times);
            if (off !== null) places.push({ x: x + off * side.cos, y: y + off * side.sin });
        }

        let line = fitted(places, side);
        for (let round = 0; round < 3 && line !== null; round++) {
            const { cos, sin, offset } = line;
            places = places.filter(({ x, y }) => Math.abs(x * cos + y * sin - offset) < times);
            line = fitted(places, side);
        }
        if (line === null) return null;
        refined.push(line);
    }

    return meet(refined as unknown as readonly [Side, Side, Side, Side]);
}

function steepest(plane: Plane, x: number, y: number, { cos, sin }: Side, reach: number): number | null {
    let best = 0, place: number | null = null;
    for (let off = -reach; off <= reach; off += 0.5) {
        const rise = sample(plane, x + (off + 1) * cos, y + (off + 1) * sin) - sample(plane, x + (off - 1) * cos, y + (off - 1) * sin);
        if (rise > best) [best, place] = [rise, off];
    }

    return best > 4 ? place : null;
}

/** The line of least squared distance, facing as the side did. */
function fitted(places: Point[], side: Side): Side | null {
    if (places.length < 8) return null;

    const x = places.reduce((sum, place) => sum + place.x, 0) / places.length, y = places.reduce((sum, place) => sum + place.y, 0) / places.length;
    let xx = 0, xy = 0, yy = 0;
    for (const place of places) {
        xx += (place.x - x) ** 2;
        xy += (place.x - x) * (place.y - y);
        yy += (place.y - y) ** 2;
    }

    const angle = 0.5 * Math.atan2(2 * xy, xx - yy) + Math.PI / 2, sign = Math.cos(angle) * side.cos + Math.sin(angle) * side.sin < 0 ? -1 : 1;
    const cos = sign * Math.cos(angle), sin = sign * Math.sin(angle);
    return { cos, sin, offset: x * cos + y * sin, votes: side.votes };
}

function area(corners: Corners): number {
    let twice = 0;
    for (let i = 0; i < 4; i++) twice += corners[i]!.x * corners[(i + 1) % 4]!.y - corners[(i + 1) % 4]!.x * corners[i]!.y;
    return twice / 2;
}
