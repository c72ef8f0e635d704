// Fetches a mesh as binary glTF and unpacks it: positions in millimetres, triangles by their corners.

import { MeshoptDecoder } from "three/examples/jsm/libs/meshopt_decoder.module.js";

export interface Mesh {
    readonly places: Float32Array;
    readonly corners: Uint32Array;
}

/** The site does not hand it out: it is not what the version was sealed with. */
export class Altered extends Error { }

interface Packed { readonly byteOffset: number; readonly byteLength: number; readonly byteStride: number; readonly count: number; readonly mode: string }

interface Gltf {
    readonly bufferViews: readonly { readonly extensions: { readonly EXT_meshopt_compression: Packed } }[];
    readonly nodes: readonly [{ readonly translation: readonly number[]; readonly scale: readonly number[] }];
}

export async function fetchMesh(address: string, signal: AbortSignal): Promise<Mesh> {
    const answer = await fetch(address, { signal });
    if (answer.status === 409) throw new Altered(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const [bytes] = await Promise.all([answer.arrayBuffer(), MeshoptDecoder.ready]);
    return unpack(bytes);
}

export function unpack(glb: ArrayBuffer): Mesh {
    const length = new DataView(glb).getUint32(12, true);
    const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(glb, 20, length))) as Gltf;
    const binary = new Uint8Array(glb, 28 + length);
    const [grid, corners] = gltf.bufferViews.map(({ extensions: { EXT_meshopt_compression: packed } }) => {
        const target = new Uint8Array(packed.count * packed.byteStride);
        MeshoptDecoder.decodeGltfBuffer(target, packed.count, packed.byteStride, binary.subarray(packed.byteOffset, packed.byteOffset + packed.byteLength), packed.mode);
        return target.buffer;
    });
    const { translation, scale } = gltf.nodes[0];
    const numbers = new Uint16Array(grid!);
    const places = new Float32Array(numbers.length / 4 * 3);
    for (let vertex = 0; vertex < places.length / 3; vertex++)
        for (let axis = 0; axis < 3; axis++) places[3 * vertex + axis] = translation[axis]! + scale[axis]! * numbers[4 * vertex + axis]!;
    return { places, corners: new Uint32Array(corners!) };
}
