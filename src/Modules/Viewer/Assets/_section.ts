// The cut: a plane that hides what lies before it, the outlines on it, closed bodies filled, and the same outlines seen straight on.

import { BufferAttribute, BufferGeometry, DoubleSide, Group, LineBasicMaterial, LineSegments, Mesh, MeshBasicMaterial, Plane as CutPlane, ShapeUtils, Vector2, Vector3, type Box3 } from "three";

import { areaOf, axesOf, solid, type Flat, type Outline, type Place, type Plane } from "./_contour";
import type { Layer } from "./_layer";
import type { Orientation } from "./_orientation";

/** As a comment keeps it. */
export interface Cut {
    readonly normal: Place;
    readonly at: number;
    readonly hides: boolean;
}

export interface CutLayer {
    readonly layer: Layer;
    readonly outline: Outline;
}

export class Section {
    readonly group = new Group();
    plane: Plane;
    hides = true;

    /** Which side is hidden: the one towards the eye. */
    isFromBehind = false;

    constructor(private readonly orientation: Orientation) {
        this.plane = { normal: orientation.planes.sagittal!, at: 0 };
    }

    get clipping(): CutPlane[] {
        // Three keeps what lies on the normal's side.
        const normal = new Vector3(...this.plane.normal);
        return !this.hides ? [] : [this.isFromBehind ? new CutPlane(normal, -this.plane.at) : new CutPlane(normal.negate(), this.plane.at)];
    }

    /** The ways that point to the right and to the top of the section seen straight on. */
    get axes() {
        return axesOf(this.plane.normal, this.orientation.up, this.orientation.front);
    }

    /** From one end of a box to the other, 0 to 1. */
    place(box: Box3, share: number) {
        const [least, most] = this.reach(box);
        this.plane = { ...this.plane, at: least + share * (most - least) };
    }

    shareIn(box: Box3) {
        const [least, most] = this.reach(box);
        return (this.plane.at - least) / (most - least || 1);
    }

    /** Draws the outlines of these layers anew. */
    draw(layers: readonly Layer[]): CutLayer[] {
        this.clear();
        return layers.filter(layer => layer.isVisible && layer.isWhole).map(layer => {
            const outline = layer.cut(this.plane, this.axes);
            this.add(layer, outline);
            return { layer, outline };
        }).filter(({ outline }) => outline.closed.length + outline.open.length > 0);
    }

    clear() {
        for (const child of this.group.children as Mesh[]) {
            child.geometry.dispose();
            (child.material as MeshBasicMaterial).dispose();
        }

        this.group.clear();
    }

    private reach(box: Box3): [number, number] {
        const normal = new Vector3(...this.plane.normal);
        const middle = box.getCenter(new Vector3()).dot(normal);
        const size = box.getSize(new Vector3());
        const half = (size.x * Math.abs(normal.x) + size.y * Math.abs(normal.y) + size.z * Math.abs(normal.z)) / 2;
        return [middle - half, middle + half];
    }

    private add(layer: Layer, outline: Outline) {
        const axes = this.axes;
        const lines = [...outline.closed.map(loop => [...loop, loop[0]!]), ...outline.open];
        const ends = lines.flatMap(line => line.slice(1).flatMap((point, i) => [...solid(line[i]!, this.plane, axes), ...solid(point, this.plane, axes)]));
        const drawn = new LineSegments(new BufferGeometry().setAttribute("position", new BufferAttribute(new Float32Array(ends), 3)), new LineBasicMaterial({ color: layer.colour.clone().multiplyScalar(0.45) }));
        drawn.renderOrder = 101;
        this.group.add(drawn);
        if (!layer.isClosed) return;

        const filled = outline.closed.length === 0 ? [] : triangles(outline.closed).flatMap(point => solid(point, this.plane, axes));
        const cap = new Mesh(new BufferGeometry().setAttribute("position", new BufferAttribute(new Float32Array(filled), 3)), new MeshBasicMaterial({ color: layer.colour, side: DoubleSide, polygonOffset: true, polygonOffsetFactor: 1 }));
        cap.renderOrder = 100;
        this.group.add(cap);
    }
}

/** Loops that turn left are bodies, the others holes in the least body around them. */
function triangles(loops: readonly Flat[][]): Flat[] {
    const bodies = loops.filter(loop => areaOf(loop) > 0).sort((a, b) => areaOf(a) - areaOf(b)).map(loop => ({ loop, holes: [] as Flat[][] }));
    for (const hole of loops.filter(loop => areaOf(loop) < 0)) bodies.find(({ loop }) => contains(loop, hole[0]!))?.holes.push(hole);
    return bodies.flatMap(({ loop, holes }) => {
        const points = [loop, ...holes].flat();
        const asVectors = (line: readonly Flat[]) => line.map(([x, y]) => new Vector2(x, y));
        return ShapeUtils.triangulateShape(asVectors(loop), holes.map(asVectors)).flatMap(corners => corners.map(corner => points[corner]!));
    });
}

function contains(loop: readonly Flat[], [x, y]: Flat) {
    let inside = false;
    loop.forEach(([ax, ay], i) => {
        const [bx, by] = loop[(i + 1) % loop.length]!;
        if (ay > y !== by > y && x < (bx - ax) * (y - ay) / (by - ay) + ax) inside = !inside;
    });
    return inside;
}

/** The outlines seen straight on, as paths of an SVG in which up is up. */
export function drawFlat(svg: SVGSVGElement, cutLayers: readonly CutLayer[]) {
    svg.replaceChildren();
    const all = cutLayers.flatMap(({ outline }) => [...outline.closed, ...outline.open].flat());
    svg.toggleAttribute("hidden", all.length === 0);
    if (all.length === 0) return;
    const reach = (axis: 0 | 1) => all.reduce(([least, most], point) => [Math.min(least, point[axis]), Math.max(most, point[axis])], [Infinity, -Infinity]) as [number, number];
    const [[left, right], [low, high]] = [reach(0), reach(1)];
    svg.setAttribute("viewBox", `${left - 1} ${-high - 1} ${right - left + 2} ${high - low + 2}`);
    for (const { layer, outline } of cutLayers) {
        const path = document.createElementNS(svg.namespaceURI, "path") as SVGPathElement;
        const write = (line: readonly Flat[]) => line.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(3)} ${(-y).toFixed(3)}`).join("");
        path.setAttribute("d", [...outline.closed.map(loop => `${write(loop)}Z`), ...outline.open.map(write)].join(""));
        path.setAttribute("fill", layer.isClosed ? `#${layer.colour.getHexString()}` : "none");
        path.setAttribute("fill-rule", "evenodd");
        path.setAttribute("stroke", `#${layer.colour.clone().multiplyScalar(0.6).getHexString()}`);
        path.setAttribute("vector-effect", "non-scaling-stroke");
        svg.append(path);
    }
}
