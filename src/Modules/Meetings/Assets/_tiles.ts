// The pictures of those who are in the room: one's own, and one for each other.

import type { Marks, PeerState } from "./_peer";

export interface TileWords {
    readonly connecting: string;
    readonly lost: string;
    readonly muted: string;
    readonly dark: string;
    readonly sharing: string;
    readonly play: string;
}

export class Tile {
    readonly figure: HTMLElement;
    private readonly video: HTMLVideoElement;
    private readonly stream = new MediaStream();

    constructor(template: HTMLTemplateElement, readonly name: string, private readonly words: TileWords, isOwn: boolean) {
        this.figure = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
        this.video = this.figure.querySelector("video")!;
        this.video.srcObject = this.stream;
        this.video.setAttribute("aria-label", name);
        this.video.muted = isOwn;
        this.figure.classList.toggle("room-tile-own", isOwn);
        this.figure.querySelector("[data-name]")!.textContent = name;
        this.figure.dataset.initials = name.split(/\s+/).filter(word => /^\p{Lu}/u.test(word)).map(word => word[0]).slice(0, 2).join("");
        this.figure.addEventListener("click", () => this.play());
        if (!isOwn) this.state("connecting");
    }

    /** Takes the place of what was there of its kind. */
    show(kind: "audio" | "video", track: MediaStreamTrack | null) {
        for (const old of this.stream.getTracks().filter(one => one.kind === kind)) this.stream.removeTrack(old);
        if (track) this.stream.addTrack(track);
        this.play();
    }

    marks({ sound, picture, screen }: Marks) {
        this.figure.classList.toggle("room-tile-dark", !picture);
        this.figure.classList.toggle("room-tile-screen", screen);
        this.figure.querySelector("[data-marks]")!.textContent = [sound ? "" : this.words.muted, picture ? "" : this.words.dark, screen ? this.words.sharing : ""].filter(Boolean).map(mark => `· ${mark}`).join(" ");
    }

    state(state: PeerState) {
        this.figure.dataset.state = state;
        this.say(state === "connected" ? "" : (state === "lost" ? this.words.lost : this.words.connecting).replace("{0}", this.name));
    }

    speaker(device: string) {
        if ("setSinkId" in this.video) void this.video.setSinkId(device).catch(() => undefined);
    }

    end() {
        this.video.srcObject = null;
        this.figure.remove();
    }

    private say(words: string) {
        this.figure.querySelector("[data-tile-said]")!.textContent = words;
    }

    /** A browser that plays nothing unasked is asked by a press. */
    private play() {
        this.video.play().then(() => {
            if (this.figure.dataset.state === "connected") this.say("");
        }, (failure: unknown) => {
            if (failure instanceof DOMException && failure.name === "NotAllowedError") this.say(this.words.play);
        });
    }
}
