// <file-slot purpose subject slot-key slot-title many>: takes files by its inputs and by dropping, and hands them to the sender; what became of them is
// told by the page's live part.

import { all, keep, tell, type Sending } from "./_store";
import { isHeic, jpegOf } from "./_heic";
import { zipOf } from "./_zip";
import "./_live";

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
