// Opens a binary glTF by the format's own decoder, and prints what is in it: the grid, and a hash over all triangles however they are ordered.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { MeshoptDecoder } from "three/examples/jsm/libs/meshopt_decoder.module.js";

await MeshoptDecoder.ready;
const file = readFileSync(process.argv[2]);
const length = file.readUInt32LE(12);
const gltf = JSON.parse(file.subarray(20, 20 + length).toString());
const binary = file.subarray(28 + length);
const [places, corners] = gltf.bufferViews.map(({ extensions: { EXT_meshopt_compression: packed } }) => {
    const target = new Uint8Array(packed.count * packed.byteStride);
    MeshoptDecoder.decodeGltfBuffer(target, packed.count, packed.byteStride, new Uint8Array(binary.subarray(packed.byteOffset, packed.byteOffset + packed.byteLength)), packed.mode, packed.filter);
    return target;
});
const grid = new Uint16Array(places.buffer);
const indices = new Uint32Array(corners.buffer);
const name = vertex => [grid[4 * vertex], grid[4 * vertex + 1], grid[4 * vertex + 2]].map(number => String(number).padStart(5, "0")).join("");
const triangles = [];
for (let at = 0; at < indices.length; at += 3) {
    const names = [0, 1, 2].map(side => name(indices[at + side]));
    const first = names.indexOf([...names].sort()[0]);
    triangles.push([0, 1, 2].map(side => names[(first + side) % 3]).join(""));
}

const { translation, scale } = gltf.nodes[0];
console.log(JSON.stringify({ Triangles: triangles.length, Hash: createHash("sha256").update(triangles.sort().join("\n")).digest("hex"), Origin: translation, Step: scale[0], Most: gltf.accessors[0].max }));
