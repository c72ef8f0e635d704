// The way to one other browser: perfect negotiation (W3C WebRTC, 10.7), and beats over it that notice when it is broken before the browser does. Whoever
// came first begins, and mends; the other is polite.

import type { Ways } from "./_check";

export type PeerState = "connecting" | "connected" | "lost";

/** Whether microphone and camera are on, and whether the picture is the screen's. */
export interface Marks {
    readonly sound: boolean;
    readonly picture: boolean;
    readonly screen: boolean;
}

export interface Own {
    readonly audio: MediaStreamTrack | null;
    readonly video: MediaStreamTrack | null;
    readonly marks: Marks;
}

export interface PeerNews {
    /** To the other browser, over the line. */
    signal(message: string): void;
    ways(): Promise<Ways>;
    own(): Own;
    state(state: PeerState): void;
    track(track: MediaStreamTrack): void;
    marks(marks: Marks): void;
    shared(message: string): void;
}

interface Signal {
    /** Which of the connections made one after the other it is about. */
    readonly generation: number;
    readonly description?: RTCSessionDescriptionInit;
    readonly candidate?: RTCIceCandidateInit | null;
    /** The polite one hears nothing, and asks whoever mends to do so. */
    readonly again?: true;
}

/** Milliseconds. A beat comes each second; three that are missing are a broken way. */
const beat = 1000, silence = 3200;

/** Between two tries: longer each time, so that a slow way has the time it needs, and never so long that whoever is back waits. */
const between = (tries: number) => Math.min(6500, 3000 * 1.4 ** tries);

/** After so long a connection is made anew: what carries the beats may have given up. */
const giveUp = 30_000;

export class Peer {
    state: PeerState = "connecting";
    private connection!: RTCPeerConnection;
    private channel: RTCDataChannel | null = null;
    private generation = 0;
    private making = false;
    private ignoring = false;
    private settling = false;
    private heard = 0;
    private lostSince = performance.now();
    private tried = performance.now();
    private tries = 0;
    private closed = false;
    private readonly timer: number;
    private hearing: Promise<void> = Promise.resolve();

    constructor(private readonly begins: boolean, private ways: Ways, private readonly news: PeerNews) {
        this.build();
        this.timer = window.setInterval(() => this.beat(), beat);
    }

    close() {
        this.closed = true;
        clearInterval(this.timer);
        this.connection.close();
    }

    /** False while no way stands. */
    share(message: string): boolean {
        if (this.channel?.readyState !== "open") return false;
        this.channel.send(JSON.stringify({ shared: message }));
        return true;
    }

    /** What this browser sends has changed: nothing is negotiated for that. */
    async send() {
        const own = this.news.own();
        for (const { sender, receiver } of this.connection.getTransceivers()) await sender.replaceTrack(receiver.track.kind === "audio" ? own.audio : own.video);
        this.tell();
    }

    /** In the order in which they came: the next waits for the one before. */
    hear(body: string) {
        this.hearing = this.hearing.then(() => this.closed ? undefined : this.take(JSON.parse(body) as Signal)).catch(() => undefined);
    }

    private async take({ generation, description, candidate, again }: Signal) {
        if (generation < this.generation) return;
        if (generation > this.generation) {
            this.generation = generation;
            this.build();
        }

        const connection = this.connection;
        if (again) return await this.mend();
        if (description) {
            const isReady = !this.making && (connection.signalingState === "stable" || this.settling);
            this.ignoring = this.begins && description.type === "offer" && !isReady;
            if (this.ignoring) return;
            this.settling = description.type === "answer";
            try {
                await connection.setRemoteDescription(description);
            } finally {
                this.settling = false;
            }
            if (description.type === "offer") {
                await this.attach();
                await connection.setLocalDescription();
                this.signal({ description: connection.localDescription! });
            }
        } else if (candidate !== undefined) {
            await connection.addIceCandidate(candidate ?? undefined).catch(failure => {
                if (!this.ignoring) throw failure;
            });
        }
    }

    private build() {
        this.connection?.close();
        const connection = this.connection = new RTCPeerConnection({ iceServers: [...this.ways.servers], iceTransportPolicy: this.ways.onlyRelay ? "relay" : "all", bundlePolicy: "max-bundle" });
        connection.addEventListener("icecandidate", ({ candidate }) => this.signal({ candidate: candidate?.toJSON() ?? null }));
        connection.addEventListener("track", ({ track }) => this.news.track(track));
        connection.addEventListener("negotiationneeded", () => void this.offer(connection));
        connection.addEventListener("connectionstatechange", () => {
            if (connection.connectionState === "failed" && connection === this.connection) this.turn("lost");
        });
        if (!this.begins) {
            connection.addEventListener("datachannel", ({ channel }) => this.use(channel));
            return;
        }

        const own = this.news.own();
        connection.addTransceiver(own.audio ?? "audio", { direction: "sendrecv" });
        connection.addTransceiver(own.video ?? "video", { direction: "sendrecv" });
        this.use(connection.createDataChannel("shared"));
    }

    private use(channel: RTCDataChannel) {
        this.channel = channel;
        channel.addEventListener("open", () => this.tell());
        channel.addEventListener("message", ({ data }) => {
            this.heard = performance.now();
            this.turn("connected");
            const { marks, shared } = JSON.parse(data as string) as { marks?: Marks; shared?: string };
            if (marks) this.news.marks(marks);
            if (shared !== undefined) this.news.shared(shared);
        });
    }

    /** What the other offers to take is what this one sends. */
    private async attach() {
        const own = this.news.own();
        for (const transceiver of this.connection.getTransceivers()) {
            transceiver.direction = "sendrecv";
            await transceiver.sender.replaceTrack(transceiver.receiver.track.kind === "audio" ? own.audio : own.video);
        }
    }

    private async offer(connection: RTCPeerConnection) {
        try {
            this.making = true;
            await connection.setLocalDescription();
            if (connection === this.connection) this.signal({ description: connection.localDescription! });
        } catch {
            // It was closed meanwhile, or the other was quicker.
        } finally {
            this.making = false;
        }
    }

    private tell() {
        if (this.channel?.readyState === "open") this.channel.send(JSON.stringify({ marks: this.news.own().marks }));
    }

    private beat() {
        this.tell();
        const now = performance.now();
        if (this.state === "connected" && now - this.heard > silence) this.turn("lost");
        if (this.state !== "connected" && now - this.tried > between(this.tries)) {
            this.tried = now;
            this.tries++;
            if (this.begins) void this.mend();
            else this.signal({ again: true });
        }
    }

    private turn(state: PeerState) {
        if (this.state === state || this.closed) return;
        this.state = state;
        if (state === "lost") [this.lostSince, this.tried, this.tries] = [performance.now(), 0, 0];
        this.news.state(state);
    }

    /** Another way between the same two; after a while another connection. */
    private async mend() {
        if (!this.begins) return;
        this.ways = await this.news.ways();
        if (this.closed) return;
        if (this.state !== "connected" && performance.now() - this.lostSince > giveUp) {
            this.lostSince = performance.now();
            this.generation++;
            this.build();
            return;
        }

        const connection = this.connection;
        connection.setConfiguration({ ...connection.getConfiguration(), iceServers: [...this.ways.servers] });
        if (connection.signalingState === "stable") connection.restartIce();
        // The answer was lost, or the offer.
        else if (connection.localDescription) this.signal({ description: connection.localDescription });
    }

    private signal(message: Omit<Signal, "generation">) {
        if (!this.closed) this.news.signal(JSON.stringify({ generation: this.generation, ...message } satisfies Signal));
    }
}
