// Makes the table that tells a CEP's city and UF, and the sample it is tested with:
//
//   node tools/cep-table.js range.json        BrasilAPI's public/range.json (MIT, commit 0104c49c9401)
//
// A line of the table is `first last UF city`, in order. Ranges of different cities do not overlap, and those of a city's urban
// part lie within the city's own, so that they add nothing; both are made sure of here.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const rows = JSON.parse(readFileSync(process.argv[2], "utf8")).map(({ state, locality, postcode_range, range_type }) => {
    const [first, last] = postcode_range.split(" a ").map(cep => cep.replace("-", "").trim());
    return { first, last, uf: state, city: locality, isWhole: range_type === "Total do município" };
});

const whole = rows.filter(row => row.isWhole).sort((a, b) => a.first < b.first ? -1 : 1);
for (const [at, row] of whole.entries())
    if (at > 0 && row.first <= whole[at - 1].last) refuse(`${row.city} (${row.uf}) overlaps ${whole[at - 1].city}.`);
for (const part of rows.filter(row => !row.isWhole))
    if (!whole.some(row => row.uf === part.uf && row.city === part.city && row.first <= part.first && part.last <= row.last))
        refuse(`The urban part of ${part.city} (${part.uf}) lies outside it.`);

write("src/Kernel/Brazil/cep-cities.txt", [
    "# CEPs of each city: first, last, UF, city. Made by tools/cep-table.js from BrasilAPI's public/range.json (commit 0104c49c9401),",
    "# which was taken from the Correios on 2022-02-13. Copyright (c) 2021 Filipe Deschamps, MIT licence (LICENSE-BrasilAPI.txt).",
    ...whole.map(row => `${row.first} ${row.last} ${row.uf} ${row.city}`),
]);

const next = random(2026);
write("tests/Domain.Tests/Brazil/cep-sample.txt", Array.from({ length: 1000 }, () => {
    const row = rows[Math.floor(next() * rows.length)];
    const cep = Number(row.first) + Math.floor(next() * (Number(row.last) - Number(row.first) + 1));
    return `${String(cep).padStart(8, "0")} ${row.uf} ${row.city}`;
}));

function write(path, lines) {
    writeFileSync(join(root, path), lines.join("\n") + "\n");
}

/** mulberry32: the same numbers every time. */
function random(seed) {
    return () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

function refuse(message) {
    throw new Error(message);
}
