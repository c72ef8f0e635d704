// What browsers load, built from what people write: `Assets/` of each project becomes its `wwwroot/`.
//
//   x.ts           x.js    bundled, an ES module
//   x.scss, x.css  x.css   with the files its url()s name, those of npm packages too
//   x.txt          x.svg   a sprite of the Tabler icons it names, one a line
//   x/*.svg        x.svg   a sprite of drawings of our own
//   all else       copied
//
// A name that begins with `_` is a part of another file. Nothing is done when nothing is newer, except with `--force`.

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "sass";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const stamp = join(root, "node_modules/.assets.json");
const folders = readdirSync(join(root, "src"), { recursive: true })
    .filter(path => basename(path) === "Assets" && !/[\\/](bin|obj|wwwroot)[\\/]/.test(path))
    .map(path => join(root, "src", path));

if (process.argv.includes("--force") || isStale()) {
    const built = [];
    for (const folder of folders) built.push(...await make(folder, join(folder, "../wwwroot")));
    writeFileSync(stamp, JSON.stringify(built));
}

async function make(from, to) {
    const entries = readdirSync(from, { withFileTypes: true }).filter(entry => !entry.name.startsWith("_"));
    const bundled = entries.filter(entry => /\.(ts|s?css)$/.test(entry.name)).map(entry => join(from, entry.name));
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });

    if (bundled.length > 0) await bundle(bundled, to);

    for (const { name } of entries.filter(entry => entry.isDirectory()))
        writeFileSync(join(to, `${name}.svg`), sprite(readdirSync(join(from, name)).map(file => join(from, name, file))));

    for (const { name } of entries.filter(entry => entry.isFile() && !bundled.includes(join(from, entry.name))))
        if (extname(name) === ".txt") writeFileSync(join(to, name.replace(".txt", ".svg")), sprite(tabler(join(from, name))));
        else copyFileSync(join(from, name), join(to, name));

    return readdirSync(to).map(name => relative(root, join(to, name)));
}

async function bundle(entryPoints, outdir) {
    const sass = {
        name: "sass",
        setup: ({ onLoad }) => onLoad({ filter: /\.scss$/ }, ({ path }) => ({
            contents: compile(path, {
                loadPaths: [join(root, "src/Themes/Percurso/Assets"), join(root, "node_modules")],
                quietDeps: true,
                silenceDeprecations: ["import"],
            }).css,
            resolveDir: dirname(path),
            loader: "css",
        })),
    };
    const files = Object.fromEntries([".woff2", ".svg", ".png", ".webp"].map(extension => [extension, "file"]));

    await build({
        entryPoints, outdir, bundle: true, minify: true, format: "esm", target: ["es2022", "chrome123", "firefox120", "safari17.5"],
        external: ["/_content/*"], loader: files, assetNames: "[name]", plugins: [sass], nodePaths: [join(root, "node_modules")], logLevel: "warning",
    });
}

function tabler(list) {
    return readFileSync(list, "utf8").split("\n").map(name => name.trim()).filter(name => name !== "" && !name.startsWith("#"))
        .map(name => join(root, `node_modules/@tabler/icons/icons/${name.endsWith("-filled") ? "filled" : "outline"}/${name.replace(/-filled$/, "")}.svg`));
}

function sprite(files) {
    const symbols = files.map(file => {
        const svg = readFileSync(file, "utf8").replace(/<!--.*?-->/gs, "");
        const [, attributes, shapes] = /<svg([^>]*)>(.*)<\/svg>/s.exec(svg) ?? refuse(`${file} is not an SVG picture.`);
        const id = file.includes(join("icons", "filled")) ? `${basename(file, ".svg")}-filled` : basename(file, ".svg");
        const kept = attributes.match(/\s(viewBox|fill|stroke|stroke-line\w+)="[^"]*"/g).join("");
        return `<symbol id="${id}"${kept}>${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
    });
    return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`;
}

function isStale() {
    if (!existsSync(stamp)) return true;
    const since = statSync(stamp).mtimeMs;
    const inputs = [...folders, join(root, "package-lock.json"), fileURLToPath(import.meta.url),
        ...folders.flatMap(folder => readdirSync(folder, { recursive: true }).map(name => join(folder, name)))];
    return inputs.some(path => statSync(path).mtimeMs > since) || JSON.parse(readFileSync(stamp, "utf8")).some(path => !existsSync(join(root, path)));
}

function refuse(message) {
    throw new Error(message);
}
