// What a phone meets on the first page: Lighthouse's categories with its default mobile settings (median of three runs), how much is loaded
// without pictures, and how far the page moves while it loads. The site is the recipe's own, published and run as docs/operate.md says, with a data
// folder of this run.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import lighthouse from "lighthouse";
import { launch } from "chrome-launcher";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const folder = mkdtempSync(join(tmpdir(), "percurso-lighthouse-"));
const address = "http://localhost:5098";
const names = ["performance", "accessibility", "best-practices", "seo"];

const published = join(root, "artifacts/published");
execFileSync("dotnet", ["publish", join(root, "src/Web"), "--configuration", "Release", "--verbosity", "quiet", "--output", published]);
const host = spawn("dotnet", [join(published, "Percurso.Web.dll"), "--contentRoot", published, "--urls", address,
    "--Data:Folder", folder, "--Site:PublicUrl", address, "--Postgres:EmbeddedInProduction", "true", "--Mail:StayHere", "true",
    "--Setup:Recipe", "surgical-guides", "--Setup:SiteName", "Percurso", "--Setup:Name", "Marina Prado",
    "--Setup:Email", "administracao@example.com", "--Setup:Password", "caminho-de-teste"],
{ cwd: root, env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Production", Keys__Secret: "k".repeat(40) }, stdio: "ignore" });
const chrome = await launch({
    chromePath: process.env.CHROMIUM || "/usr/bin/chromium",
    chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

try {
    await ready();
    await measured();   // the first answer is the one that is rendered and kept
    const runs = [];
    for (let run = 0; run < 3; run++) runs.push(await measured());
    for (const name of names) console.log(`lighthouse.${name}: ${median(runs.map(run => run.scores[name]))}`);
    console.log(`lighthouse.layout-shift: ${median(runs.map(run => run.shift))}`);
    console.log(`lighthouse.kilobytes-without-pictures: ${median(runs.map(run => run.kilobytes))}`);
} finally {
    chrome.kill();
    const gone = new Promise(done => host.once("exit", done));
    host.kill("SIGTERM");
    await gone;
    rmSync(folder, { recursive: true, force: true });
}

async function ready() {
    for (let tries = 0; tries < 120; tries++) {
        if (await fetch(address).then(answer => answer.ok, () => false)) return;
        await new Promise(done => setTimeout(done, 500));
    }
    throw new Error("The site did not start.");
}

async function measured() {
    const { lhr } = await lighthouse(`${address}/`, { port: chrome.port, output: "json", onlyCategories: names, logLevel: "error" });
    const requests = lhr.audits["network-requests"].details.items;
    const pictures = requests.filter(one => one.resourceType === "Image" && !/svg/.test(one.mimeType));
    const bytes = sum(requests) - sum(pictures);
    for (const audit of Object.values(lhr.audits))
        if (process.env.VERBOSE && audit.score !== null && audit.score < 1) console.error(audit.id, audit.score, audit.displayValue ?? "");
    return {
        scores: Object.fromEntries(names.map(name => [name, Math.round(lhr.categories[name].score * 100)])),
        shift: Math.round(lhr.audits["cumulative-layout-shift"].numericValue * 1000) / 1000,
        kilobytes: Math.round(bytes / 1024),
    };
}

function sum(requests) {
    return requests.reduce((all, one) => all + (one.transferSize ?? 0), 0);
}

function median(figures) {
    return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)];
}
