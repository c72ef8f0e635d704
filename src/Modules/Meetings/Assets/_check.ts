// How much gets through: by the relay that pictures would take, where there is one, else to and from the site.

export interface Ways {
    readonly servers: readonly RTCIceServer[];
    readonly onlyRelay: boolean;
    readonly hasRelay: boolean;
}

/** Megabits a second, for whoever sits here. */
export interface Measure {
    readonly up: number;
    readonly down: number;
    readonly by: "relay" | "site";
}

/** As the page's figures: a picture that is clear both ways, and one that can be followed. */
export const verdict = ({ up, down }: Measure) => up >= 1.5 && down >= 1.5 ? "good" : up >= 0.4 && down >= 0.4 ? "fair" : "poor";

const bytes = 512 * 1024;

/** Milliseconds until a way through the relay must stand, and until its bytes must have come. */
const patience = 12_000;

export const waysOf = async (path: string): Promise<Ways> => {
    const answer = await fetch(`${path}/servidores`);
    if (!answer.ok) throw new Error(`The site answers ${answer.status}.`);
    return await answer.json() as Ways;
};

/** @throws where nothing gets through */
export async function measure(path: string): Promise<Measure> {
    const ways = await waysOf(path);
    return ways.hasRelay ? await byRelay(ways) : await bySite(path);
}

async function bySite(path: string): Promise<Measure> {
    const body = crypto.getRandomValues(new Uint8Array(65_536));
    let from = performance.now();
    const sent = await fetch(`${path}/medida`, { method: "POST", body: new Blob(Array.from({ length: bytes / body.length }, () => body)) });
    const up = megabits(bytes, from);
    from = performance.now();
    const come = await (await fetch(`${path}/medida`)).arrayBuffer();
    if (!sent.ok || come.byteLength === 0) throw new Error("The site took no measure.");
    return { up, down: megabits(come.byteLength, from), by: "site" };
}

/** From this page to the relay and back to this page: what comes has gone up and down, so each figure is what the thinner of both lets through. */
async function byRelay(ways: Ways): Promise<Measure> {
    const ends = [0, 1].map(() => new RTCPeerConnection({ iceServers: [...ways.servers], iceTransportPolicy: "relay" })) as [RTCPeerConnection, RTCPeerConnection];
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(new Error("No way through the relay.")), patience);
    try {
        const [here, there] = ends;
        const channel = here.createDataChannel("measure", { negotiated: true, id: 0 });
        const other = there.createDataChannel("measure", { negotiated: true, id: 0 });
        for (const [from, to] of [[here, there], [there, here]] as const) from.addEventListener("icecandidate", ({ candidate }) => void to.addIceCandidate(candidate ?? undefined).catch(() => undefined));
        await here.setLocalDescription();
        await there.setRemoteDescription(here.localDescription!);
        await there.setLocalDescription();
        await here.setRemoteDescription(there.localDescription!);
        await Promise.all([opened(channel, giveUp.signal), opened(other, giveUp.signal)]);
        return { up: await through(channel, other, giveUp.signal), down: await through(other, channel, giveUp.signal), by: "relay" };
    } finally {
        clearTimeout(timer);
        for (const end of ends) end.close();
    }
}

const megabits = (count: number, from: number) => count * 8 / 1e6 / Math.max(0.001, (performance.now() - from) / 1000);

const opened = (channel: RTCDataChannel, stop: AbortSignal) => new Promise<void>((done, fail) => {
    if (channel.readyState === "open") done();
    channel.addEventListener("open", () => done());
    stop.addEventListener("abort", () => fail(stop.reason));
});

const through = (from: RTCDataChannel, to: RTCDataChannel, stop: AbortSignal) => new Promise<number>((done, fail) => {
    const piece = crypto.getRandomValues(new Uint8Array(16_384));
    const began = performance.now();
    let come = 0;
    to.binaryType = "arraybuffer";
    to.onmessage = ({ data }) => {
        come += (data as ArrayBuffer).byteLength;
        if (come >= bytes) done(megabits(come, began));
    };
    // What came in the time there was is a measure too, of a thin line.
    stop.addEventListener("abort", () => come > 0 ? done(megabits(come, began)) : fail(stop.reason));
    for (let sent = 0; sent < bytes; sent += piece.length) from.send(piece);
});
