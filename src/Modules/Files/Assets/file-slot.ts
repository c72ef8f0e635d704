// <file-slot purpose subject slot-key slot-title many>: takes files by its inputs and by dropping, and hands them to the sender. When one has come,
// the page's live part is read again until the checks have spoken: `data-live` says how many times at most, every two seconds.

import { all, keep, tell, type Sending } from "./_store";
import { isHeic, jpegOf } from "./_heic";
import { zipOf } from "./_zip";

class FileSlot extends HTMLElement {
    connectedCallback() {
        this.addEventListener("change", event => {
            const input = event.target as HTMLInputElement;
            if (input.files?.length) void this.take([...input.files], input.webkitdirectory).then(() => input.value = "");
        });
        this.addEventListener("photographed", event => void this.take((event as CustomEvent<File[]>).detail, false));
        this.addEventListener("dragover", event => {
            event.preventDefault();
            this.classList.add("is-over");
        });
        this.addEventListener("dragleave", () => this.classList.remove("is-over"));
        this.addEventListener("drop", event => {
            event.preventDefault();
            this.classList.remove("is-over");
            void this.take([...event.dataTransfer?.files ?? []], false);
        });
    }

    async take(files: File[], isFolder: boolean) {
        const state = this.querySelector<HTMLElement>(".slot-state")!;
        const dock = document.querySelector<HTMLElement>("[data-dock]")!;
        if (files.length === 0) return;
        state.textContent = dock.dataset.preparing!;
        const readable = await this.readable(files);
        if (readable.length < files.length) {
            state.textContent = dock.dataset.heic ?? "";
            if (readable.length === 0) return;
        }
        files = readable;
        const many = isFolder || !this.hasAttribute("many") && files.length > 1;
        for (const file of many ? [await zipOf(files)] : files) await this.send(file);
        if (state.textContent !== dock.dataset.heic) state.textContent = dock.dataset.begun!;
    }

    /** All of them, photographs as what the site takes; without those that neither is nor can be made so. */
    async readable(files: File[]) {
        const made = await Promise.all(files.map(file => isHeic(file) ? jpegOf(file) : file));
        return made.filter(file => file !== null);
    }

    async send(file: File) {
        const known = (await all()).find(one => one.name === file.name && one.size === file.size && one.slot === this.getAttribute("slot-key") && one.subject === this.getAttribute("subject"));
        const sending: Omit<Sending, "isKept"> = known ?? {
            id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
            purpose: this.getAttribute("purpose")!,
            subject: this.getAttribute("subject")!,
            slot: this.getAttribute("slot-key")!,
            title: this.getAttribute("slot-title")!,
            name: file.name,
            size: file.size,
            modified: file.lastModified,
            state: "waiting",
            sent: 0,
        };
        await keep({ ...sending, state: "waiting" }, file);
        tell();
    }
}

customElements.define("file-slot", FileSlot);

let waiting = 0;
const arrived = () => {
    const words = document.querySelector<HTMLElement>("[data-dock]")?.dataset.arrived ?? "";
    for (const state of document.querySelectorAll(".slot-state")) if (state.textContent) state.textContent = words;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void renew(times()), 800);
};
addEventListener("percurso-chegada", arrived);
new BroadcastChannel("percurso-chegadas").addEventListener("message", arrived);
if (document.querySelector("[data-checking]")) waiting = window.setTimeout(() => void renew(times()), 2000);

function times() {
    return Number(document.querySelector<HTMLElement>("[data-live]")?.dataset.live || 20);
}

/** Reads the page again and puts its live part in place of this one's, unless the person has a camera open there or pages that are not sent. */
async function renew(times: number) {
    const live = document.querySelector<HTMLElement>("[data-live]");
    if (!live) return;
    if (live.querySelector("dialog[open], sheet-pages li")) {
        waiting = window.setTimeout(() => void renew(times), 2000);
        return;
    }

    const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
    const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]") : null;
    if (fresh) {
        const focused = document.activeElement?.closest("[id]")?.id;
        const opened = [...live.querySelectorAll("li[id] details[open]")].map(one => `#${CSS.escape(one.closest("[id]")!.id)} details.${one.className}`);
        const before = stands(live);
        live.replaceChildren(...fresh.childNodes);
        for (const one of opened) live.querySelector(one)?.setAttribute("open", "");
        const news = [...stands(live)].filter(([id, words]) => before.get(id) !== words).map(([, words]) => words);
        const said = document.querySelector("[data-live-said]");
        if (said && news.length > 0) said.textContent = news.join(". ");
        if (focused && !document.activeElement?.closest(`#${CSS.escape(focused)}`)) live.querySelector<HTMLElement>(`#${CSS.escape(focused)} input, #${CSS.escape(focused)} a`)?.focus({ preventScroll: true });
    }

    if (times > 0 && document.querySelector("[data-checking]")) waiting = window.setTimeout(() => void renew(times - 1), 2000);
}

/** How each item stands, for those who do not see it change. */
function stands(live: HTMLElement) {
    const words = (item: Element) => [...item.querySelectorAll(".item-head, .item-told .status")].map(one => one.textContent!.replace(/\s+/g, " ").trim()).join(", ");
    return new Map([...live.querySelectorAll("li.item[id]")].map(item => [item.id, words(item)]));
}
