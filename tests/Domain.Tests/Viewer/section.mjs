// Cuts meshes by the viewer's own code and prints what it finds. Arguments: the file of the code, then for each cut a PLY and a plane.
import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";

const [, , source, ...cuts] = process.argv;
const { code } = transformSync(readFileSync(source, "utf8"), { loader: "ts" });
const { angle, cut, distance } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);

const answers = cuts.map(asked => {
    const { file, normal, at } = JSON.parse(asked);
    const { places, corners } = read(file);
    const outline = cut(places, corners, Array.from({ length: corners.length / 3 }, (_, triangle) => triangle), { normal, at });
    return { Area: outline.area, Closed: outline.closed.length, Open: outline.open.length };
});
console.log(JSON.stringify({ Cuts: answers, Distance: distance([1, 2, 3], [1.6, 2.8, 3]), Angle: angle([1, 0, 0], [0, 0, 0], [0, 5, 0]) }));

/** Binary little-endian PLY of triangles. */
function read(file) {
    const bytes = readFileSync(file);
    const start = bytes.indexOf("end_header\n") + 11;
    const [vertices, faces] = ["vertex", "face"].map(name => Number(new RegExp(`element ${name} (\\d+)`).exec(bytes.subarray(0, start).toString())[1]));
    const places = Float32Array.from({ length: 3 * vertices }, (_, i) => bytes.readFloatLE(start + 4 * i));
    const corners = Uint32Array.from({ length: 3 * faces }, (_, i) => bytes.readInt32LE(start + 12 * vertices + 13 * Math.floor(i / 3) + 1 + 4 * (i % 3)));
    return { places, corners };
}
