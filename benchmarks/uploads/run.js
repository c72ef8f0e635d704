// One raw HTTP client sends 1 GiB to the site and to @tus/server, and cp copies the same file, five times in turn; medians. The rule is the same
// for all: it counts when the bytes are on the disk (fsync), and for the site when the hash is known too. Beside them tus-js-client to the site, and
// the site's memory. The client writes the same bytes from memory again and again to a socket, so that the servers are measured and not the client.
// `./bench uploads`; SIZE_MB makes it shorter.

import { execFileSync, spawn } from "node:child_process";
import { createReadStream, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeSync, closeSync, fsyncSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomBytes } from "node:crypto";
import { Upload } from "tus-js-client";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
mkdirSync(join(root, "artifacts"), { recursive: true });
const folder = mkdtempSync(join(root, "artifacts/uploads-"));
const size = Number(process.env.SIZE_MB ?? 1024) * 1024 * 1024;
const rounds = 5;
const [site, other] = ["http://127.0.0.1:5097", "http://127.0.0.1:5096"];
const file = join(folder, "file");
/** The file is this, over and over. */
const block = randomBytes(16 * 1024 * 1024);

const children = [
    spawn("dotnet", [join(root, "src/Web/bin/Release/net10.0/Percurso.Web.dll"), "--contentRoot", join(root, "src/Web"), "--urls", site, "--Data:Folder", join(folder, "data"),
        "--Setup:Recipe", "demo", "--Setup:SiteName", "Percurso", "--Setup:Name", "Marina Prado", "--Setup:Email", "administracao@demo.localhost",
        "--Setup:Password", "caminho-de-teste", "--Logging:LogLevel:Default", "Warning"], { env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Development" }, stdio: "ignore" }),
    spawn("node", [join(root, "benchmarks/uploads/other.js"), join(folder, "other"), "5096"], { stdio: "ignore" }),
];

try {
    mkdirSync(join(folder, "other"));
    write();
    const { cookie, subject } = await ready();
    const times = { cp: [], ours: [], theirs: [], client: [] };
    const work = { ours: [], theirs: [] };
    const before = memory();
    let most = before;
    for (let round = 0; round < rounds; round++) {
        times.cp.push(await timed(copy));
        let used = processor(0);
        times.ours.push(await timed(() => toSite(cookie, subject)));
        work.ours.push(processor(0) - used);
        most = Math.max(most, memory());
        used = processor(1);
        times.theirs.push(await timed(toOther));
        work.theirs.push(processor(1) - used);
        times.client.push(await timed(() => byClient(cookie, subject)));
        most = Math.max(most, memory());
        for (const name of readdirSync(join(folder, "other"))) rmSync(join(folder, "other", name));
    }

    for (const [name, taken] of Object.entries(times)) console.log(`uploads.${name}_mb_per_s: ${Math.round(size / 1048576 / median(taken))}`);
    for (const [name, taken] of Object.entries(work)) console.log(`uploads.${name}_cpu_s_per_gb: ${(median(taken) * 1073741824 / size).toFixed(2)}`);
    console.log(`uploads.memory_grown_mb: ${Math.round((most - before) / 1024)}`);
    console.log(`uploads.vs_cp: ${(median(times.cp) / median(times.ours)).toFixed(2)}`);
    console.log(`uploads.vs_tus_node: ${(median(times.theirs) / median(times.ours)).toFixed(2)}`);
} finally {
    for (const child of children) child.kill("SIGTERM");
    await Promise.all(children.map(child => child.exitCode !== null || new Promise(done => child.once("exit", done))));
    rmSync(folder, { recursive: true, force: true });
}

function write() {
    const to = openSync(file, "w");
    for (let at = 0; at < size; at += block.length) writeSync(to, block, 0, Math.min(block.length, size - at));
    fsyncSync(to);
    closeSync(to);
}

async function timed(act) {
    const start = performance.now();
    await act();
    return (performance.now() - start) / 1000;
}

/** With dd's conv=fsync, which is cp and then fsync of that one file. */
function copy() {
    execFileSync("dd", [`if=${file}`, `of=${join(folder, "copy")}`, "bs=1M", "conv=fsync", "status=none"]);
    rmSync(join(folder, "copy"));
}

function metadata(values) {
    return Object.entries(values).map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`).join(",");
}

async function toSite(cookie, subject) {
    const made = await ask("POST", `${site}/envios`, { Cookie: cookie, "Upload-Length": size, "Upload-Metadata": metadata({ purpose: "case", subject, slot: "tomography", filename: "file" }) });
    await send(new URL(made.headers.location, site), { Cookie: cookie, "Upload-Offset": 0 });
}

async function toOther() {
    const made = await ask("POST", `${other}/files`, { "Upload-Length": size });
    await send(new URL(made.headers.location), { "Upload-Offset": 0 });
}

function ask(method, address, headers) {
    return new Promise((resolve, reject) => {
        const call = request(address, { method, headers: { "Tus-Resumable": "1.0.0", "Content-Length": 0, ...headers } }, answer => {
            answer.resume();
            answer.on("end", () => answer.statusCode < 300 ? resolve(answer) : reject(new Error(`${method} ${address}: ${answer.statusCode}`)));
        });
        call.on("error", reject);
        call.end();
    });
}

/** One PATCH with all of the file, over a socket of its own. */
function send(address, headers) {
    const all = { Host: address.host, "Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream", "Content-Length": size, Connection: "close", ...headers };
    const part = 1 << 20;
    return new Promise((resolve, reject) => {
        const socket = connect(Number(address.port), address.hostname);
        let sent = 0, answer = "";
        const go = () => {
            while (sent < size) {
                const at = sent % block.length, length = Math.min(part, size - sent);
                sent += length;
                if (!socket.write(block.subarray(at, at + length))) return;
            }
        };
        socket.on("drain", go);
        socket.on("data", bytes => answer += bytes.toString("latin1"));
        socket.on("error", reject);
        socket.on("close", () => answer.startsWith("HTTP/1.1 204") ? resolve() : reject(new Error(`PATCH ${address}: ${answer.split("\r\n")[0]}`)));
        socket.write(`PATCH ${address.pathname} HTTP/1.1\r\n${Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
        go();
    });
}

function byClient(cookie, subject) {
    return new Promise((resolve, reject) => new Upload(createReadStream(file), {
        endpoint: `${site}/envios`, chunkSize: 32 * 1024 * 1024, uploadSize: size, headers: { Cookie: cookie },
        metadata: { purpose: "case", subject, slot: "tomography", filename: "file" }, onSuccess: resolve, onError: reject,
    }).start());
}

/** Waits for both, signs the dentist in, and finds the case that takes files. */
async function ready() {
    for (let tries = 0; ; tries++) {
        if (await fetch(`${site}/entrar`).then(answer => answer.ok, () => false) && await fetch(other).then(() => true, () => false)) break;
        if (tries > 240) throw new Error("The site did not start.");
        await new Promise(done => setTimeout(done, 500));
    }

    const entry = await fetch(`${site}/entrar`);
    const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(await entry.text())?.[1] ?? "";
    const held = entry.headers.getSetCookie().map(one => one.split(";")[0]);
    const signed = await fetch(`${site}/entrar`, {
        method: "POST", redirect: "manual", headers: { Cookie: held.join("; ") },
        body: new URLSearchParams({ "Input.Email": "dentista@demo.localhost", "Input.Password": "caminho-de-teste", __RequestVerificationToken: token }),
    });
    const cookie = [...held, ...signed.headers.getSetCookie().map(one => one.split(";")[0])].join("; ");
    const home = await (await fetch(`${site}/inicio`, { headers: { Cookie: cookie } })).text();
    let subject;
    for (const [, id] of home.matchAll(/\/casos\/([0-9a-f-]{36})/g)) {
        const intake = await fetch(`${site}/casos/${id}/passos/files/arquivos`, { redirect: "manual", headers: { Cookie: cookie } });
        if (intake.ok && (await intake.text()).includes("file-slot")) subject ??= id;
    }
    if (!subject) throw new Error("There is no case that takes files.");
    return { cookie, subject };
}

/** Resident memory of the site, in kB. */
function memory() {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${children[0].pid}/status`, "utf8"))[1]);
}

/** Seconds of processor that a server has used, its threads' and the kernel's for it; what is said for them, the machine's other work changes little. */
function processor(child) {
    const fields = readFileSync(`/proc/${children[child].pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
}

function median(values) {
    return [...values].sort((one, another) => one - another)[values.length >> 1];
}
