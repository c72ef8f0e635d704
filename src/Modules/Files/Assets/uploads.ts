// The dock "Envios": what is being sent, how fast, how long still; pause, go on, take back, and pick a file again that the browser could not keep.

import { all, change, keep, tell, watch, type Sending } from "./_store";
import { begin, drop, paces } from "./_send";

const dock = document.querySelector<HTMLElement>("[data-dock]");
if (dock) {
    watch(() => void show(dock));
    setInterval(() => void show(dock), 1000);
    const select = dock.querySelector<HTMLSelectElement>("[data-limit]")!;
    select.value = localStorage.getItem("percurso-envios-limite") ?? "0";
    select.addEventListener("change", () => localStorage.setItem("percurso-envios-limite", select.value));
    void show(dock);
    begin();
}

async function show(dock: HTMLElement) {
    const sendings = await all();
    dock.hidden = sendings.length === 0;
    const list = dock.querySelector<HTMLElement>("ul")!;
    const template = dock.querySelector<HTMLTemplateElement>("template")!;
    for (const row of [...list.children] as HTMLElement[]) if (!sendings.some(one => one.id === row.dataset.id)) row.remove();
    for (const sending of sendings) {
        const row = list.querySelector<HTMLElement>(`[data-id="${sending.id}"]`) ?? add(list, template, sending);
        fill(dock, row, sending);
    }
}

function add(list: HTMLElement, template: HTMLTemplateElement, sending: Sending) {
    const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    row.dataset.id = sending.id;
    row.querySelector("[data-name]")!.textContent = sending.name;
    row.querySelector("[data-title]")!.textContent = sending.title;
    for (const button of row.querySelectorAll("[data-of]")) button.textContent += ` ${sending.name}`;
    row.querySelector("[data-pause]")!.addEventListener("click", () => void change(sending.id, { state: "paused" }).then(tell));
    row.querySelector("[data-resume]")!.addEventListener("click", () => void change(sending.id, { state: "waiting" }).then(tell));
    row.querySelector("[data-drop]")!.addEventListener("click", () => void all().then(known => known.find(one => one.id === sending.id)).then(found => found && drop(found)));
    row.querySelector<HTMLInputElement>("[data-pick]")!.addEventListener("change", event => void again(row, sending.id, (event.target as HTMLInputElement).files?.[0]));
    list.append(row);
    return row;
}

function fill(dock: HTMLElement, row: HTMLElement, sending: Sending) {
    const say = dock.dataset;
    const pace = paces.get(sending.id);
    const sent = Math.max(sending.sent, pace?.sent ?? 0);
    const bar = row.querySelector("progress")!;
    bar.max = Math.max(1, sending.size);
    bar.value = sent;
    bar.textContent = `${Math.floor(100 * sent / Math.max(1, sending.size))} %`;
    row.dataset.state = sending.state;
    const words = sending.state === "sending" ? under(say, sending, sent, pace?.speed ?? 0)
        : sending.state === "lost" ? say.lost! : sending.state === "failed" ? sending.error || say.failed! : sending.state === "paused" ? say.paused! : say.waiting!;
    const state = row.querySelector("[data-state]")!;
    if (state.textContent !== words) state.textContent = words;
    row.querySelector<HTMLElement>("[data-pause]")!.hidden = sending.state !== "sending" && sending.state !== "waiting";
    row.querySelector<HTMLElement>("[data-resume]")!.hidden = sending.state !== "paused" && sending.state !== "failed";
    row.querySelector<HTMLElement>("[data-pick]")!.parentElement!.hidden = sending.state !== "lost";
}

function under(say: DOMStringMap, sending: Sending, sent: number, speed: number) {
    const of = `${size(sent)} / ${size(sending.size)}`;
    return speed > 1 ? `${of} · ${size(speed)}/s · ${left((sending.size - sent) / speed, say)}` : of;
}

function left(seconds: number, say: DOMStringMap) {
    const [value, unit] = seconds < 60 ? [Math.ceil(seconds), "s"] : seconds < 3600 ? [Math.ceil(seconds / 60), "min"] : [Math.ceil(seconds / 3600), "h"];
    return say.left!.replace("{0}", `${value} ${unit}`);
}

export function size(bytes: number) {
    const number = (value: number, unit: string) => `${value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} ${unit}`;
    return bytes >= 1e9 ? number(bytes / 1e9, "GB") : bytes >= 1e6 ? number(bytes / 1e6, "MB") : number(bytes / 1e3, "kB");
}

/** It goes on only with the very file: name, size and date the same. */
async function again(row: HTMLElement, id: string, file: File | undefined) {
    const sending = (await all()).find(one => one.id === id);
    if (!sending || !file) return;
    if (file.size !== sending.size || file.name !== sending.name || file.lastModified !== sending.modified) {
        row.querySelector("[data-state]")!.textContent = row.closest<HTMLElement>("[data-dock]")!.dataset.other!;
        return;
    }

    await keep({ ...sending, state: "waiting" }, file);
    tell();
}
