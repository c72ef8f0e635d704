// One layer on the stage: its mesh, how it is shown, and the tree by which it is asked.

import { BufferAttribute, BufferGeometry, Color, DoubleSide, Group, Mesh as Drawn, MeshStandardMaterial, MeshBasicMaterial, type Plane as CutPlane, type Ray, type Vector3 } from "three";
import { MeshBVH } from "three-mesh-bvh";

import { cut, type Outline, type Place, type Plane } from "./_contour";
import { fetchMesh, type Mesh } from "./_mesh";

const order = ["Bone", "Nerve", "Implant", "Sleeve", "Teeth", "Jaw", "Guide", "Other"];

/** A mesh whose triangles stand in the order of its tree. */
interface Sorted extends Mesh {
    readonly version: number;
    readonly roots: ArrayBuffer[];
}

/** Makes the trees of all layers on this page, in a thread of its own. */
export class Trees {
    private readonly worker: Worker;
    private readonly waiting = new Map<number, (made: Sorted) => void>();

    constructor(address: string) {
        this.worker = new Worker(address, { type: "module" });
        this.worker.addEventListener("message", ({ data }) => {
            this.waiting.get(data.id)?.(data);
            this.waiting.delete(data.id);
        });
    }

    make(mesh: Mesh) {
        const id = Math.random();
        return new Promise<Sorted>(done => {
            this.waiting.set(id, done);
            this.worker.postMessage({ id, places: mesh.places, corners: mesh.corners }, [mesh.places.buffer, mesh.corners.buffer]);
        });
    }

    end() {
        this.worker.terminate();
    }
}

export class Layer {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly isClosed: boolean;
    readonly triangles: number;
    private readonly own: string;
    private readonly ownOpacity: number;
    readonly group = new Group();
    readonly geometry = new BufferGeometry();
    private readonly surface: MeshStandardMaterial;
    private readonly depth = new MeshBasicMaterial({ colorWrite: false, side: DoubleSide });
    private tree: MeshBVH | null = null;
    private shown = false;

    constructor(line: HTMLElement) {
        const { layer, name, mesh, kind, colour, opacity, triangles, closed } = line.dataset;
        [this.own, this.ownOpacity] = [colour!, Number(opacity)];
        [this.id, this.name, this.address, this.isClosed, this.triangles] = [layer!, name!, mesh!, closed === "yes", Number(triangles)];
        this.surface = new MeshStandardMaterial({ color: new Color(this.own), roughness: 0.62, metalness: kind === "Implant" || kind === "Sleeve" ? 0.35 : 0, side: DoubleSide });
        // A layer of glass first writes how far it is, and is then drawn once at each point: its own back does not shine through.
        const drawn = [new Drawn(this.geometry, this.depth), new Drawn(this.geometry, this.surface)];
        drawn.forEach((one, i) => {
            one.renderOrder = 2 * Math.max(0, order.indexOf(kind!)) + i;
            one.frustumCulled = false;
        });
        this.group.add(...drawn);
        this.group.visible = false;
        this.fade(this.ownOpacity);
    }

    /** In one colour, as glass; null for its own ways. */
    tint(colour: string | null) {
        this.surface.color.set(colour ?? this.own);
        this.fade(colour ? 45 : this.ownOpacity);
    }

    /** Fetches the mesh, coarse or whole; whole ones can be asked once their tree is there. */
    async fetch(detail: "resumo" | "inteira", trees: Trees, signal: AbortSignal) {
        const mesh = await fetchMesh(`${this.address}/${detail}`, signal);
        if (detail === "resumo") {
            if (!this.tree) this.put(mesh);
            return;
        }

        const made = await trees.make(mesh);
        this.put(made);
        this.tree = MeshBVH.deserialize({ version: made.version, roots: made.roots, index: made.corners, indirectBuffer: null } as never, this.geometry, { setIndex: false });
    }

    get colour() {
        return this.surface.color;
    }

    /** Whether it can be measured, cut and compared. */
    get isWhole() {
        return this.tree !== null;
    }

    get isVisible() {
        return this.group.visible;
    }

    set isVisible(visible: boolean) {
        this.wanted = visible;
        this.group.visible = visible && this.shown;
    }

    wanted = true;

    get opacity() {
        return Math.round(this.surface.opacity * 100);
    }

    /** @param percent 5 to 100 */
    fade(percent: number) {
        this.surface.opacity = percent / 100;
        this.surface.transparent = percent < 100;
        this.group.children[0]!.visible = percent < 100;
        this.surface.needsUpdate = true;
    }

    clip(planes: CutPlane[]) {
        this.surface.clippingPlanes = this.depth.clippingPlanes = planes;
    }

    /** The nearest place a ray meets. */
    meet(ray: Ray, planes: CutPlane[]): Vector3 | null {
        const hits = this.tree?.raycast(ray, DoubleSide) ?? [];
        return hits.filter(hit => planes.every(plane => plane.distanceToPoint(hit.point) >= 0)).sort((a, b) => a.distance - b.distance)[0]?.point ?? null;
    }

    cut(plane: Plane, axes: readonly [Place, Place]): Outline {
        const found: number[] = [];
        const { normal: [x, y, z], at } = plane;
        this.tree?.shapecast({
            intersectsBounds: box => {
                const middle = (box.min.x + box.max.x) / 2 * x + (box.min.y + box.max.y) / 2 * y + (box.min.z + box.max.z) / 2 * z;
                const reach = (box.max.x - box.min.x) / 2 * Math.abs(x) + (box.max.y - box.min.y) / 2 * Math.abs(y) + (box.max.z - box.min.z) / 2 * Math.abs(z);
                return Math.abs(middle - at) <= reach;
            },
            intersectsTriangle: (_, triangle) => {
                found.push(triangle);
                return false;
            },
        });
        return cut(this.geometry.getAttribute("position").array, this.geometry.index!.array, found, plane, axes);
    }

    /** How far a place is from this surface. */
    away(place: Vector3): number {
        return this.tree?.closestPointToPoint(place)?.distance ?? NaN;
    }

    get box() {
        return this.geometry.boundingBox!;
    }

    at(vertex: number): Place {
        const { array } = this.geometry.getAttribute("position");
        return [array[3 * vertex]!, array[3 * vertex + 1]!, array[3 * vertex + 2]!];
    }

    dispose() {
        this.geometry.dispose();
        this.surface.dispose();
        this.depth.dispose();
    }

    private put({ places, corners }: Mesh) {
        this.geometry.setAttribute("position", new BufferAttribute(places, 3));
        this.geometry.setIndex(new BufferAttribute(corners, 1));
        this.geometry.computeVertexNormals();
        this.geometry.computeBoundingBox();
        this.shown = true;
        this.group.visible = this.wanted;
    }
}
