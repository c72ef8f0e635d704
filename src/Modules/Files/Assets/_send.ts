// Sends what is kept, a few at a time, from one tab: the one that holds the lock; when it closes another goes on. Speaks tus to /envios.

import { Upload, DetailedError } from "tus-js-client";
import { all, change, fileOf, find, forget, tell, watch, type Sending } from "./_store";

const atOnce = 3;
const chunk = 32 * 1024 * 1024;
const running = new Map<string, Upload>();

/** Bytes a second for all together; 0 for as fast as it goes. */
export function limit() {
    return Number(localStorage.getItem("percurso-envios-limite") ?? 0);
}

/** What the dock shows and no other tab needs to know: bytes sent and when, of each. */
export const paces = new Map<string, { at: number; sent: number; speed: number }>();

export function begin() {
    if (navigator.locks) void navigator.locks.request("percurso-envios", () => work());
    else void work();
}

/** Never ends: the lock is this tab's until it closes. */
async function work() {
    for (const sending of await all()) if (sending.state === "sending") await change(sending.id, { state: sending.isKept ? "waiting" : "lost" });
    watch(() => void next());
    tell();
    return new Promise<never>(() => {});
}

let looking = Promise.resolve();

/** Starts what waits, stops what no longer shall; one look at a time. */
function next() {
    looking = looking.then(look, look);
    return looking;
}

async function look() {
    const known = await all();
    for (const [id, upload] of running)
        if (known.find(one => one.id === id)?.state !== "sending") {
            running.delete(id);
            await upload.abort();
        }
    for (const sending of known.filter(one => one.state === "waiting").slice(0, Math.max(0, atOnce - running.size))) await start(sending);
}

async function start(sending: Sending) {
    const file = await fileOf(sending.id);
    if (!file) {
        await change(sending.id, { state: "lost" });
        return tell();
    }

    let saved = 0;
    let free = 0;
    const pace = limit();
    const upload = new Upload(file, {
        endpoint: sending.address ? null : "/envios",
        uploadUrl: sending.address ?? null,
        chunkSize: pace ? Math.max(64 * 1024, pace) : chunk,
        retryDelays: [0, 1000, 3000, 5000, 10000, 20000, 30000, 60000],
        storeFingerprintForResuming: false,
        metadata: { purpose: sending.purpose, subject: sending.subject, slot: sending.slot, filename: sending.name },
        onBeforeRequest: async request => {
            if (!pace || request.getMethod() !== "PATCH") return;
            await new Promise(resolve => setTimeout(resolve, Math.max(0, free - Date.now())));
            free = Math.max(free, Date.now()) + 1000 * running.size;
        },
        onUploadUrlAvailable: () => {
            if (!upload.url) return;
            // Asked where it stands, a server that is just starting answers 502; without this the program would begin the file anew.
            upload.options.endpoint = null;
            void change(sending.id, { address: new URL(upload.url, location.href).pathname });
        },
        onProgress: sent => {
            const now = performance.now();
            const before = paces.get(sending.id) ?? { at: now, sent, speed: 0 };
            if (now - before.at < 1000 && before.sent !== sent) return;
            const speed = now > before.at ? (sent - before.sent) / ((now - before.at) / 1000) : 0;
            paces.set(sending.id, { at: now, sent, speed: before.speed ? before.speed * 0.7 + speed * 0.3 : speed });
            if (now - saved > 1000) {
                saved = now;
                void change(sending.id, { sent }).then(tell);
            }
        },
        onShouldRetry: error => !((error as DetailedError).originalResponse?.getStatus() ?? 0).toString().match(/^4(0[0134]|1[02345])$/),
        onSuccess: () => void end(sending, null),
        onError: error => void end(sending, error),
    });
    running.set(sending.id, upload);
    await change(sending.id, { state: "sending" });
    delete sending.error;
    upload.start();
    tell();
}

async function end(sending: Sending, error: Error | DetailedError | null) {
    if (!running.delete(sending.id)) return;
    paces.delete(sending.id);
    if (!error) {
        await forget(sending.id);
        new BroadcastChannel("percurso-chegadas").postMessage(sending.subject);
        dispatchEvent(new CustomEvent("percurso-chegada", { detail: sending.subject }));
    } else {
        const answer = (error as DetailedError).originalResponse;
        const words = answer?.getHeader("content-type")?.startsWith("text/plain") ? answer.getBody() : "";
        // Where the site no longer knows it, it is begun anew when the person tries again.
        const { address, ...known } = (await find(sending.id)) ?? sending;
        const isGone = [403, 404, 410].includes(answer?.getStatus() ?? 0);
        await change(sending.id, { ...known, ...(address && !isGone ? { address } : { address: undefined as never }), state: "failed", error: words });
    }

    tell();
}

/** Takes one back, here and at the site. */
export async function drop(sending: Sending) {
    await forget(sending.id);
    if (sending.address) await fetch(sending.address, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0" } }).catch(() => {});
    tell();
}
