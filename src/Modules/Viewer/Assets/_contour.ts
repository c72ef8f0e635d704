// A plane cuts a mesh: the outline, and the area within it. Free of the screen, so that it can be held against other programs.

export type Place = readonly [number, number, number];
export type Flat = readonly [number, number];

/** `normal · p = at`. */
export interface Plane {
    readonly normal: Place;
    readonly at: number;
}

export interface Outline {
    /** Each begins again where it ends; outer ones turn to the left as seen against the normal, holes to the right. */
    readonly closed: readonly Flat[][];
    /** Of a surface with a border: lines that end. */
    readonly open: readonly Flat[][];
    /** Within the closed ones, holes taken off; right for a mesh that is closed. */
    readonly area: number;
}

/**
 * Two directions within a plane, at right angles, so that right × up is the normal.
 * @param top what is to be upwards
 * @param other what is, where the plane lies across that
 */
export function axesOf(normal: Place, top: Place = [0, 0, 1], other: Place = [0, 1, 0]): readonly [right: Place, up: Place] {
    const right = unit(cross(Math.abs(dot(normal, top)) < 0.9 ? top : other, normal));
    return [right, cross(normal, right)];
}

export const flat = (p: Place, axes: readonly [Place, Place]): Flat => [dot(p, axes[0]), dot(p, axes[1])];

export const solid = (p: Flat, plane: Plane, [right, up]: readonly [Place, Place]): Place =>
    [0, 1, 2].map(i => right[i]! * p[0] + up[i]! * p[1] + plane.normal[i]! * plane.at) as unknown as Place;

/**
 * @param places x, y, z of each vertex in turn
 * @param corners three vertices of each triangle in turn
 * @param triangles those the plane may cut; others need not be asked
 * @param axes in which the outline is written; see {@link axesOf}
 */
export function cut(places: ArrayLike<number>, corners: ArrayLike<number>, triangles: Iterable<number>, plane: Plane, axes = axesOf(plane.normal)): Outline {
    const side = (vertex: number) => plane.normal[0] * places[3 * vertex]! + plane.normal[1] * places[3 * vertex + 1]! + plane.normal[2] * places[3 * vertex + 2]! - plane.at;
    const next = new Map<string, string[]>();
    const points = new Map<string, Flat>();
    let area = 0;
    for (const triangle of triangles) {
        const [from, to] = crossing(corners, triangle, side) ?? [];
        if (!from || !to) continue;
        const [a, b] = [point(from), point(to)];
        area += (a[0] * b[1] - a[1] * b[0]) / 2;
        next.set(key(from), [...next.get(key(from)) ?? [], key(to)]);
    }

    return { ...chain(next, points), area };

    function point([low, high]: Edge): Flat {
        const name = key([low, high]);
        const known = points.get(name);
        if (known) return known;
        const [one, other] = [side(low), side(high)];
        const share = one / (one - other);
        const on = [0, 1, 2].map(i => places[3 * low + i]! + share * (places[3 * high + i]! - places[3 * low + i]!)) as unknown as Place;
        const made = flat(on, axes);
        points.set(name, made);
        return made;
    }
}

/** An edge by its lesser and its greater vertex: both its triangles name it alike. */
type Edge = readonly [number, number];

const key = ([low, high]: Edge) => `${low} ${high}`;

/** The two edges a plane crosses, the inside of the mesh to the left on the way from one to the other. */
function crossing(corners: ArrayLike<number>, triangle: number, side: (vertex: number) => number): [Edge, Edge] | null {
    let [from, to]: [Edge | null, Edge | null] = [null, null];
    for (let i = 0; i < 3; i++) {
        const [a, b] = [corners[3 * triangle + i]!, corners[3 * triangle + (i + 1) % 3]!];
        const [above, below] = [side(a) > 0, side(b) > 0];
        if (above === below) continue;
        if (above) from = a < b ? [a, b] : [b, a];
        else to = a < b ? [a, b] : [b, a];
    }

    return from && to ? [from, to] : null;
}

function chain(next: Map<string, string[]>, points: Map<string, Flat>): { closed: Flat[][]; open: Flat[][] } {
    const [closed, open]: [Flat[][], Flat[][]] = [[], []];
    const entered = new Set([...next.values()].flat());
    for (const start of [...[...next.keys()].filter(name => !entered.has(name)), ...next.keys()]) {
        for (let way = next.get(start)?.pop(); way !== undefined; way = next.get(start)?.pop()) {
            const line = [points.get(start)!];
            let at = way;
            while (at !== start) {
                line.push(points.get(at)!);
                const further = next.get(at)?.pop();
                if (further === undefined) break;
                at = further;
            }

            (at === start ? closed : open).push(line);
        }
    }

    return { closed, open };
}

export const areaOf = (loop: readonly Flat[]) =>
    loop.reduce((sum, a, i) => { const b = loop[(i + 1) % loop.length]!; return sum + (a[0] * b[1] - a[1] * b[0]) / 2; }, 0);

export const dot = (a: Place, b: Place) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Place, b: Place): Place => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const minus = (a: Place, b: Place): Place => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const unit = (a: Place): Place => { const length = Math.hypot(...a) || 1; return [a[0] / length, a[1] / length, a[2] / length]; };

/** Between two places, in their unit. */
export const distance = (a: Place, b: Place) => Math.hypot(...minus(a, b));

/** At the middle one of three places, in degrees. */
export const angle = (a: Place, at: Place, b: Place) => Math.acos(Math.min(1, Math.max(-1, dot(unit(minus(a, at)), unit(minus(b, at)))))) * 180 / Math.PI;
