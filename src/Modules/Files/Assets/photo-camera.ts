// <photo-camera guide="sheet|photo">: the camera with a frame to aim by. What it takes goes out as `photographed`, an event with the photographs; without
// permission, or where a page may not ask for it (http on another machine), the label within asks for the phone's own camera, as without a script.

import { findCorners } from "./_corners";
import type { Point } from "./_picture";

/** Milliseconds between two looks for the sheet: often enough to aim by, seldom enough for a phone's battery. */
const pause = 350;

/** The sheet is looked for on a frame of so many pixels a side. */
const looked = 480;

/** Height by width of what the frame asks for: A4 upright, and a photograph. */
const shapes: Record<string, number> = { sheet: Math.SQRT2, photo: 4 / 3 };

class PhotoCamera extends HTMLElement {
    stream: MediaStream | null = null;
    timer = 0;
    taken = 0;

    get video() {
        return this.querySelector("video")!;
    }

    get shutter() {
        return this.querySelector<HTMLButtonElement>("[data-camera=take]")!;
    }

    get guide() {
        return this.getAttribute("guide") ?? "photo";
    }

    connectedCallback() {
        this.querySelector("label")!.addEventListener("click", event => {
            if (!("mediaDevices" in navigator) || this.hasAttribute("without")) return;
            event.preventDefault();
            void this.open();
        });
        this.addEventListener("change", event => {
            const input = event.target as HTMLInputElement, photographs = [...input.files ?? []];
            event.stopPropagation();
            input.value = "";
            this.give(photographs);
        });
        this.addEventListener("click", event => {
            const act = (event.target as Element).closest<HTMLElement>("[data-camera]")?.dataset.camera;
            if (act === "close") this.querySelector("dialog")!.close();
            if (act === "take") void this.take();
        });
        this.querySelector("dialog")!.addEventListener("close", () => this.end());
    }

    disconnectedCallback() {
        this.end();
    }

    async open() {
        try {
            // As many pixels as the camera has: handwriting needs them, and a scan is made smaller afterwards.
            this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: "environment" }, width: { ideal: 3840 }, height: { ideal: 2160 } } });
        } catch {
            this.setAttribute("without", "");
            this.querySelector(".camera-denied")?.remove();
            this.append(Object.assign(document.createElement("p"), { className: "camera-denied", role: "status", textContent: this.dataset.denied! }));
            this.querySelector<HTMLInputElement>("label input")!.focus();
            return;
        }

        this.taken = 0;
        this.shutter.disabled = true;
        this.video.srcObject = this.stream;
        this.querySelector("dialog")!.showModal();
        this.say(this.dataset.aim!);
        // It fails where the camera was closed before it showed anything.
        await this.video.play().catch(() => undefined);
        if (this.stream === null) return;
        this.shutter.disabled = false;
        this.frame();
        this.timer = window.setInterval(() => this.look(), pause);
    }

    end() {
        clearInterval(this.timer);
        for (const track of this.stream?.getTracks() ?? []) track.stop();
        this.stream = null;
        this.video.srcObject = null;
    }

    /** Draws the frame in the video's own pixels. */
    frame() {
        const { videoWidth: width, videoHeight: height } = this.video, shape = shapes[this.guide] ?? 4 / 3;
        const upright = this.guide === "sheet" || height > width ? shape : 1 / shape;
        const wide = 0.88 * Math.min(width, height / upright);
        const svg = this.querySelector(".camera-guide")!, rect = svg.querySelector("rect")!;
        svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
        for (const [name, value] of Object.entries({ x: (width - wide) / 2, y: (height - wide * upright) / 2, width: wide, height: wide * upright, rx: wide / 40 })) rect.setAttribute(name, value.toFixed(1));
    }

    /** Outlines the sheet while it is in sight. */
    look() {
        const { videoWidth: width, videoHeight: height } = this.video;
        if (this.guide !== "sheet" || width === 0) return;

        const scale = looked / Math.max(width, height), canvas = Object.assign(document.createElement("canvas"), { width: Math.round(width * scale), height: Math.round(height * scale) });
        const draw = canvas.getContext("2d", { willReadFrequently: true })!;
        draw.drawImage(this.video, 0, 0, canvas.width, canvas.height);
        const corners = findCorners(draw.getImageData(0, 0, canvas.width, canvas.height)), outline = this.querySelector(".camera-guide polygon")!;
        outline.toggleAttribute("hidden", corners === null);
        if (corners !== null) outline.setAttribute("points", corners.map(({ x, y }: Point) => `${(x / scale).toFixed(0)},${(y / scale).toFixed(0)}`).join(" "));
        if (this.taken === 0) this.say(corners === null ? this.dataset.aim! : this.dataset.seen!);
    }

    async take() {
        const { videoWidth: width, videoHeight: height } = this.video;
        const canvas = Object.assign(document.createElement("canvas"), { width, height });
        canvas.getContext("2d")!.drawImage(this.video, 0, 0);
        const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, "image/jpeg", 0.92));
        if (blob === null) return;

        this.say(this.dataset.taken!.replace("{0}", `${++this.taken}`));
        this.give([new File([blob], `foto-${new Date().toISOString().replace(/[:.]/g, "-")}.jpg`, { type: "image/jpeg" })]);
    }

    give(photographs: File[]) {
        if (photographs.length > 0) this.dispatchEvent(new CustomEvent("photographed", { bubbles: true, detail: photographs }));
    }

    say(words: string) {
        const line = this.querySelector<HTMLElement>(".camera-words")!;
        if (line.textContent !== words) line.textContent = words;
    }
}

customElements.define("photo-camera", PhotoCamera);
