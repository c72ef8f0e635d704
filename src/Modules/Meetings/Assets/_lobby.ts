// Before going in: what the others will see and hear, with which devices, and how much gets through.

import { measure, verdict } from "./_check";
import type { Choice, Devices } from "./_devices";

/** As `data-check-…` and the devices' troubles are named on the element. */
const wordOf = (room: HTMLElement, name: string) => room.dataset[name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] ?? "";

export class Lobby {
    private timer = 0;

    constructor(private readonly room: HTMLElement, private readonly devices: Devices, private readonly changed: () => void) {
        this.room.addEventListener("change", event => {
            const kind = (event.target as HTMLElement).dataset.device;
            if (kind === "audiooutput") this.changed();
            else if (kind) void this.open();
        });
        navigator.mediaDevices?.addEventListener("devicechange", () => void this.list());
    }

    get choice(): Choice {
        return { camera: this.chosen("videoinput"), microphone: this.chosen("audioinput") };
    }

    get speaker() {
        return this.select("audiooutput").value;
    }

    async open() {
        const retry = this.room.querySelector<HTMLElement>("[data-act=devices]")!;
        this.say(this.room.dataset.asking!);
        const trouble = await this.devices.open(this.choice);
        await this.list();
        this.say(trouble ? wordOf(this.room, trouble) : this.devices.camera ? this.room.dataset.seen! : this.devices.microphone ? this.room.dataset.onlySound! : "");
        retry.hidden = trouble === null || trouble === "insecure";
        const video = this.room.querySelector<HTMLVideoElement>("[data-preview]")!;
        video.srcObject = this.devices.camera ? new MediaStream([this.devices.camera]) : null;
        await video.play().catch(() => undefined);
        clearInterval(this.timer);
        const meter = this.room.querySelector<HTMLMeterElement>("[data-level]")!;
        this.timer = window.setInterval(() => meter.value = Math.min(1, this.devices.level * 4), 100);
        this.changed();
    }

    close() {
        clearInterval(this.timer);
        this.room.querySelector<HTMLVideoElement>("[data-preview]")!.srcObject = null;
    }

    async check(path: string, button: HTMLButtonElement) {
        const said = this.room.querySelector<HTMLElement>("[data-check-said]")!;
        button.disabled = true;
        said.textContent = this.room.dataset.checking!;
        try {
            const met = await measure(path);
            const figure = (value: number) => value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: value < 10 ? 1 : 0 });
            said.dataset.verdict = verdict(met);
            said.textContent = `${wordOf(this.room, `check-${verdict(met)}`).replace("{0}", figure(met.up)).replace("{1}", figure(met.down))} ${wordOf(this.room, `check-${met.by}`)}`;
        } catch {
            said.dataset.verdict = "failed";
            said.textContent = this.room.dataset.checkFailed!;
        }

        button.disabled = false;
    }

    /** Names are known once the browser has let us use one of the kind. */
    private async list() {
        const all = await navigator.mediaDevices?.enumerateDevices() ?? [];
        for (const kind of ["videoinput", "audioinput", "audiooutput"] as const) {
            const select = this.select(kind);
            const kept = select.value;
            const number = this.room.dataset[kind === "videoinput" ? "cameraNumber" : kind === "audioinput" ? "microphoneNumber" : "speakerNumber"]!;
            const own = all.filter(device => device.kind === kind);
            const used = (kind === "videoinput" ? this.devices.camera : kind === "audioinput" ? this.devices.microphone : null)?.getSettings().deviceId;
            select.replaceChildren(...own.map((device, at) => new Option(device.label || number.replace("{0}", String(at + 1)), device.deviceId)));
            if (kind !== "audiooutput") select.append(new Option(this.room.dataset.none!, "none"));
            select.value = kept === "none" ? kept : used ?? kept;
            if (select.selectedIndex < 0) select.selectedIndex = 0;
        }

        this.room.querySelector<HTMLElement>("[data-speakers]")!.hidden = !("setSinkId" in HTMLMediaElement.prototype) || this.select("audiooutput").options.length < 2;
    }

    private chosen(kind: string) {
        const { value } = this.select(kind);
        return value === "none" ? null : value;
    }

    private select(kind: string) {
        return this.room.querySelector<HTMLSelectElement>(`select[data-device=${kind}]`)!;
    }

    private say(words: string) {
        this.room.querySelector("[data-devices-said]")!.textContent = words;
    }
}
