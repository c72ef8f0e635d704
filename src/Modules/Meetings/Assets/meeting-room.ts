// <meeting-room>: the lobby, then the room. Texts come from the page. Other scripts of the page share what they like with the others' pages: they send it
// `share` and hear `shared`; `joined` and `left` say that somebody's page can be reached from now on, or not, `inside` and `outside` that this one is in the room or not.

import { waysOf, type Ways } from "./_check";
import { Chat } from "./_chat";
import { Devices } from "./_devices";
import { Line, type Entry, type Someone, type Written } from "./_line";
import { Lobby } from "./_lobby";
import { Peer, type Marks, type PeerState } from "./_peer";
import { Tile, type TileWords } from "./_tiles";

interface Other {
    readonly peer: Peer;
    readonly tile: Tile;
    readonly name: string;
}

/** What a reload brings back. */
interface Remembered {
    readonly camera: string | null;
    readonly microphone: string | null;
    readonly sound: boolean;
    readonly picture: boolean;
}

class MeetingRoom extends HTMLElement {
    private readonly devices = new Devices();
    private readonly others = new Map<string, Other>();
    private readonly early: { readonly from: string; readonly body: string }[] = [];
    private line!: Line;
    private lobby!: Lobby;
    private chat!: Chat;
    private own: Tile | null = null;
    private screen: MediaStreamTrack | null = null;
    private sound = true;
    private picture = true;
    private ways: { readonly at: number; readonly ways: Promise<Ways> } | null = null;
    private timer = 0;
    private sharedAt = 0;
    private isInside = false;

    connectedCallback() {
        this.querySelector<HTMLElement>(".room-without")!.hidden = true;
        this.lobby = new Lobby(this, this.devices, () => this.sendOwn());
        this.chat = new Chat(this, text => this.line.ask<Written>("Say", text));
        this.line = new Line(this.path, {
            people: people => this.meet(people), "let-in": entry => this.enter(entry), line: line => this.chat.add([line], true), signal: signal => this.hear(signal),
            refused: () => this.leave("refused"), elsewhere: () => this.leave("elsewhere"), ended: () => this.leave("ended"),
            shared: ({ from, body }) => this.tell("shared", { from, name: this.others.get(from)?.name, message: JSON.parse(body) }),
        }, entry => this.enter(entry), whole => this.say(whole ? this.dataset.lineBack! : this.dataset.lineLost!));
        this.addEventListener("click", event => void this.press((event.target as Element).closest<HTMLButtonElement>("button[data-act], button[data-let-in], button[data-refuse]")));
        this.addEventListener("share", event => this.share((event as CustomEvent<unknown>).detail));
        addEventListener("pagehide", () => this.line.drop());
        this.querySelector<HTMLElement>("[data-act=screen]")!.hidden = !("getDisplayMedia" in (navigator.mediaDevices ?? {}));
        void this.begin();
    }

    disconnectedCallback() {
        this.quit();
    }

    private get path() {
        return this.dataset.path!;
    }

    private get marks(): Marks {
        return { sound: this.sound && this.devices.microphone !== null, picture: this.screen !== null || this.picture && this.devices.camera !== null, screen: this.screen !== null };
    }

    /** Whoever reloads the page inside comes back as they were. */
    private async begin() {
        const remembered = JSON.parse(sessionStorage.getItem(this.path) ?? "null") as Remembered | null;
        if (!remembered || this.dataset.door !== "Open") {
            this.showPart("lobby");
            return await this.lobby.open();
        }

        [this.sound, this.picture] = [remembered.sound, remembered.picture];
        this.showPart("inside");
        this.say(this.dataset.joining!);
        await this.devices.open(remembered.picture ? remembered : { ...remembered, camera: null });
        await this.ask();
    }

    private async ask() {
        try {
            await this.line.open();
            await this.line.enter();
        } catch {
            this.lobbySay(this.dataset.lineLost!);
        }
    }

    /** The site has answered where one stands. */
    private enter(entry: Entry) {
        if (entry.state === "waiting") {
            this.showPart("lobby");
            this.lobbySay(this.dataset.waiting!);
            this.waiting(true);
            this.beat();
        } else if (entry.state === "inside") {
            if (!this.isInside) this.comeIn();
            this.line.visit = entry.visit!;
            this.chat.add(entry.lines ?? [], false);
            this.meet(entry.people ?? []);
            for (const signal of this.early.splice(0)) this.hear(signal);
        } else if (entry.state === "not-yet") {
            this.showPart("lobby");
            this.lobbySay(this.dataset.notYet!);
        } else if (entry.state === "over") this.leave("ended");
        else void this.line.enter();
    }

    private comeIn() {
        this.isInside = true;
        this.lobby.close();
        this.waiting(false);
        this.showPart("inside");
        this.own = new Tile(this.template("tile"), this.dataset.you!, this.words, true);
        this.querySelector("[data-tiles]")!.append(this.own.figure);
        this.remember();
        this.sendOwn();
        this.beat();
        this.tell("inside", {});
        this.querySelector<HTMLElement>("[data-act=microphone]")!.focus();
    }

    private beat() {
        clearInterval(this.timer);
        this.timer = window.setInterval(() => void this.line.here().catch(() => undefined), 10_000);
    }

    /** Who is there now. */
    private meet(people: readonly Someone[]) {
        if (!this.isInside || !this.line.visit) return;
        const here = people.filter(one => !one.waits && one.visit !== this.line.visit);
        for (const [visit, other] of this.others)
            if (!here.some(one => one.visit === visit)) {
                other.peer.close();
                other.tile.end();
                this.others.delete(visit);
                this.tell("left", { visit });
                this.say(this.dataset.went!.replace("{0}", other.name));
            }
        for (const one of here) if (!this.others.has(one.visit)) void this.connect(one.visit, one.name);
        this.knocks(people.filter(one => one.waits));
        if (here.length === 0) this.say(this.dataset.alone!);
    }

    private async connect(visit: string, name: string) {
        const tile = new Tile(this.template("tile"), name, this.words, false);
        const ways = await this.freshWays().catch((): Ways => ({ servers: [], onlyRelay: false, hasRelay: false }));
        if (this.others.has(visit) || !this.isInside) return;
        this.querySelector("[data-tiles]")!.append(tile.figure);
        tile.speaker(this.lobby.speaker);
        const peer = new Peer(this.line.visit! < visit, ways, {
            signal: body => this.line.say("Signal", visit, body),
            ways: () => this.freshWays().catch(() => ways),
            own: () => ({ audio: this.devices.microphone, video: this.screen ?? this.devices.camera, marks: this.marks }),
            state: state => this.turned(visit, name, tile, state),
            track: track => tile.show(track.kind as "audio" | "video", track),
            marks: marks => tile.marks(marks),
            shared: message => this.tell("shared", { from: visit, name, message: JSON.parse(message) }),
        });
        this.others.set(visit, { peer, tile, name });
        this.say(this.dataset.came!.replace("{0}", name));
        for (const signal of this.early.splice(0)) this.hear(signal);
    }

    private turned(visit: string, name: string, tile: Tile, state: PeerState) {
        const wasLost = tile.figure.dataset.state === "lost";
        tile.state(state);
        if (state === "lost") this.say(this.dataset.lost!.replace("{0}", name));
        else this.say(wasLost ? this.dataset.backAgain!.replace("{0}", name) : this.dataset.together!.replace("{0}", [...this.others.values()].map(other => other.name).join(", ")));
        if (state === "connected") this.tell("joined", { visit });
    }

    /** From somebody whom this page does not know yet it waits until it does. */
    private hear(signal: { readonly from: string; readonly body: string }) {
        const other = this.others.get(signal.from);
        if (other) other.peer.hear(signal.body);
        else if (this.early.length < 200) this.early.push(signal);
    }

    private knocks(waiting: readonly Someone[]) {
        const list = this.querySelector("[data-knocks]")!;
        for (const old of list.querySelectorAll<HTMLElement>("[data-visit]")) if (!waiting.some(one => one.visit === old.dataset.visit)) old.remove();
        for (const one of waiting) {
            if (list.querySelector(`[data-visit="${CSS.escape(one.visit)}"]`)) continue;
            const knock = (this.template("knock").content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
            knock.dataset.visit = one.visit;
            knock.querySelector("[data-name]")!.textContent = this.dataset.knocks!.replace("{0}", one.name);
            list.append(knock);
        }
    }

    private async press(button: HTMLButtonElement | null) {
        if (!button) return;
        const visit = button.closest<HTMLElement>("[data-visit]")?.dataset.visit;
        try {
            if (visit && "letIn" in button.dataset) {
                if (!await this.line.ask<boolean>("LetIn", visit)) this.say(this.dataset.full!);
            } else if (visit) await this.line.ask("Refuse", visit);
            else await this.act(button);
        } catch {
            // The line broke in the middle; whoever is still in the room is told, and may press again.
            if (this.isInside && !this.line.stands) this.say(this.dataset.lineLost!);
        }
    }

    private async act(button: HTMLButtonElement) {
        await ({
            devices: () => this.lobby.open(), check: () => this.lobby.check(this.path, button), enter: () => this.ask(), "give-up": () => this.giveUp(), microphone: () => this.mute(),
            camera: () => this.hide(), screen: () => this.showScreen(), leave: () => this.leave("left"), end: () => this.end(), say: () => this.chat.send(), again: () => this.comeBack(),
        } as Record<string, () => unknown>)[button.dataset.act!]?.();
    }

    private async giveUp() {
        await this.line.leave();
        this.waiting(false);
        this.lobbySay("");
    }

    private mute() {
        this.sound = !this.sound;
        this.sendOwn();
    }

    /** The light of the camera goes out, not only its picture. */
    private async hide() {
        this.picture = !this.picture;
        if (!this.picture) this.devices.closeCamera();
        else await this.devices.open(this.lobby.choice);
        this.sendOwn();
    }

    private async showScreen() {
        if (this.screen) {
            this.screen.stop();
            this.screen = null;
            return this.sendOwn();
        }

        try {
            const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 8, max: 15 } } });
            [this.screen = null] = stream.getVideoTracks();
        } catch {
            return this.say(this.dataset.noScreen!);
        }

        if (this.screen) this.screen.contentHint = "detail";
        this.screen?.addEventListener("ended", () => {
            this.screen = null;
            this.sendOwn();
        });
        this.sendOwn();
    }

    /** To everybody, and to one's own picture. */
    private sendOwn() {
        if (this.devices.microphone) this.devices.microphone.enabled = this.sound;
        if (!this.isInside) return;
        this.own?.show("video", this.screen ?? this.devices.camera);
        this.own?.marks(this.marks);
        for (const { peer, tile } of this.others.values()) {
            void peer.send();
            tile.speaker(this.lobby.speaker);
        }
        this.toggle("microphone", this.sound, this.dataset.mute!, this.dataset.unmute!);
        this.toggle("camera", this.picture, this.dataset.hide!, this.dataset.reveal!);
        this.toggle("screen", this.screen === null, this.dataset.showScreen!, this.dataset.stopScreen!);
        this.remember();
    }

    private toggle(act: string, isOn: boolean, on: string, off: string) {
        const button = this.querySelector<HTMLElement>(`[data-act=${act}]`)!;
        button.dataset.on = isOn ? "yes" : "no";
        button.querySelector("[data-label]")!.textContent = isOn ? on : off;
    }

    /** Directly where there is a way; by the site where there is none, and then seldom. */
    private share(what: unknown) {
        if (!this.isInside) return;
        const message = JSON.stringify(what);
        const missed = [...this.others.values()].filter(({ peer }) => !peer.share(message)).length > 0;
        if (!missed || performance.now() - this.sharedAt < 1000) return;
        this.sharedAt = performance.now();
        this.line.say("Share", message);
    }

    private async end() {
        if (confirm(this.dataset.endSure!)) await this.line.ask("End");
    }

    /** Why it is over for this page; each has its words. */
    private leave(why: "left" | "ended" | "refused" | "elsewhere") {
        sessionStorage.removeItem(this.path);
        this.quit();
        this.showPart("over");
        this.querySelector("[data-over-said]")!.textContent = this.dataset[`${why}Said`] ?? "";
        this.querySelector("[data-over-title]")!.textContent = this.dataset[`${why}Title`]!;
        this.querySelector<HTMLElement>("[data-act=again]")!.hidden = why === "ended";
        this.querySelector<HTMLElement>(".room-over a")!.focus();
        this.tell("outside", {});
    }

    private quit() {
        clearInterval(this.timer);
        for (const { peer, tile } of this.others.values()) {
            peer.close();
            tile.end();
        }
        this.others.clear();
        this.own?.end();
        this.own = null;
        this.screen?.stop();
        this.screen = null;
        this.devices.close();
        this.lobby.close();
        this.isInside = false;
        void this.line.leave();
    }

    private async comeBack() {
        this.showPart("lobby");
        this.waiting(false);
        this.lobbySay("");
        await this.lobby.open();
    }

    private remember() {
        sessionStorage.setItem(this.path, JSON.stringify({ ...this.lobby.choice, sound: this.sound, picture: this.picture } satisfies Remembered));
    }

    /** A relay's pass ends, and a relay may have moved: asked again now and then. */
    private freshWays(): Promise<Ways> {
        if (!this.ways || performance.now() - this.ways.at > 60_000) {
            const ways = waysOf(this.path);
            this.ways = { at: performance.now(), ways };
            ways.catch(() => this.ways = null);
        }

        return this.ways.ways;
    }

    private waiting(isWaiting: boolean) {
        this.querySelector<HTMLButtonElement>("[data-act=enter]")!.disabled = isWaiting || this.dataset.door !== "Open";
        this.querySelector<HTMLElement>("[data-act=give-up]")!.hidden = !isWaiting;
    }

    private showPart(part: "lobby" | "inside" | "over") {
        for (const name of ["lobby", "inside", "over"]) this.querySelector<HTMLElement>(`.room-${name}`)!.hidden = name !== part;
        this.dataset.part = part;
    }

    private lobbySay(words: string) {
        this.querySelector("[data-lobby-said]")!.textContent = words;
    }

    private say(words: string) {
        this.querySelector("[data-room-said]")!.textContent = words;
    }

    private tell(name: string, detail: unknown) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }

    private template(name: string) {
        return this.querySelector<HTMLTemplateElement>(`template[data-${name}]`)!;
    }

    private get words(): TileWords {
        const { connecting, lost, muted, dark, sharing, play } = this.dataset;
        return { connecting: connecting!, lost: lost!, muted: muted!, dark: dark!, sharing: sharing!, play: play! };
    }
}

customElements.define("meeting-room", MeetingRoom);
