// A worker: sorts a mesh's triangles into a tree, so that a ray or a plane asks a few of them instead of all.

import { BufferAttribute, BufferGeometry } from "three";
import { MeshBVH, type SerializedBVH } from "three-mesh-bvh";

addEventListener("message", ({ data: { id, places, corners } }: MessageEvent<{ id: number; places: Float32Array; corners: Uint32Array }>) => {
    const geometry = new BufferGeometry().setAttribute("position", new BufferAttribute(places, 3)).setIndex(new BufferAttribute(corners, 1));
    const { version, roots, index } = MeshBVH.serialize(new MeshBVH(geometry), { cloneBuffers: false }) as SerializedBVH & { version: number };
    (postMessage as (message: unknown, transfer: Transferable[]) => void)({ id, version, roots, corners: index, places }, [...roots as unknown as ArrayBuffer[], index!.buffer as ArrayBuffer, places.buffer as ArrayBuffer]);
});
