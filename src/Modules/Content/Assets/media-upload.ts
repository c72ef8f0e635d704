// <media-upload>: a form with a file field and a list beneath it. With script several files may be chosen or dropped; pictures are
// sent in the sizes made here, one file after the other, each with its progress and what the site says of it. The form itself is what is sent,
// so the site's answers are its pages: one that leads on is success, one with sentences is a refusal.

import { sizesOf } from "./_sizes";

const largestPicture = 60 * 2 ** 20;
const largestDocument = 25 * 2 ** 20;

type Line = { item: HTMLLIElement; bar: HTMLProgressElement; words: HTMLElement };

class MediaUpload extends HTMLElement {
    connectedCallback() {
        this.input.multiple = !("one" in this.dataset);
        this.form.addEventListener("submit", event => {
            if (this.input.files?.length === 0) return;
            event.preventDefault();
            void this.sendAll([...this.input.files!]);
        });
        this.addEventListener("dragover", event => {
            event.preventDefault();
            this.classList.add("is-over");
        });
        this.addEventListener("dragleave", () => this.classList.remove("is-over"));
        this.addEventListener("drop", event => {
            event.preventDefault();
            this.classList.remove("is-over");
            const dropped = [...event.dataTransfer?.files ?? []];
            if (dropped.length > 0) void this.sendAll(this.input.multiple ? dropped : dropped.slice(0, 1));
        });
    }

    private get form() {
        return this.querySelector("form")!;
    }

    private get input() {
        return this.querySelector<HTMLInputElement>("input[type=file]")!;
    }

    private get button() {
        return this.form.querySelector<HTMLButtonElement>("button:not([type=button])")!;
    }

    private async sendAll(files: File[]) {
        this.button.disabled = true;
        const lines = files.map(file => this.line(file.name));
        const landed: string[] = [];
        for (const [number, file] of files.entries()) {
            const address = await this.send(file, lines[number]!);
            if (address) landed.push(address);
        }

        this.button.disabled = false;
        this.input.value = "";
        if (files.length === 1 && landed.length === 1) location.assign(landed[0]!);
    }

    private line(name: string): Line {
        const item = document.createElement("li");
        item.className = "progress-line";
        const words = document.createElement("span");
        words.textContent = name;
        const bar = document.createElement("progress");
        bar.setAttribute("aria-label", name);
        item.append(words, bar);
        this.querySelector("ul")!.append(item);
        return { item, bar, words };
    }

    /** The address of the page the site led to; null where it refused, having said why in the line. */
    private async send(file: File, line: Line): Promise<string | null> {
        const isDocument = file.type === "application/pdf";
        if (file.size > (isDocument ? largestDocument : largestPicture)) {
            this.refuse(line, this.dataset.huge!.replace("{0}", file.name));
            return null;
        }

        line.words.textContent = `${file.name} · ${this.dataset.preparing!}`;
        const parts = isDocument ? [file] : await sizesOf(file);
        line.words.textContent = `${file.name} · ${this.dataset.sending!}`;
        try {
            const answer = await this.post(parts, share => { line.bar.max = 1; line.bar.value = share; });
            const sentence = answer.page?.querySelector(".error-summary li")?.textContent;
            if (answer.status !== 200 || sentence) this.refuse(line, sentence ?? this.dataset.lost!);
            else {
                this.accept(line, file.name, answer.address, isDocument);
                return answer.address;
            }
        } catch {
            this.refuse(line, this.dataset.lost!);
        }
        return null;
    }

    private post(parts: File[], progress: (share: number) => void) {
        const body = new FormData(this.form);
        body.delete(this.input.name);
        for (const part of parts) body.append(this.input.name, part);
        return new Promise<{ status: number; address: string; page: Document | null }>((done, fail) => {
            const request = new XMLHttpRequest();
            request.open("POST", this.form.action);
            request.responseType = "document";
            request.upload.addEventListener("progress", event => progress(event.loaded / event.total));
            request.addEventListener("load", () => done({ status: request.status, address: request.responseURL, page: request.responseXML }));
            request.addEventListener("error", fail);
            request.send(body);
        });
    }

    private accept(line: Line, name: string, address: string, isDocument: boolean) {
        const link = document.createElement("a");
        link.href = address;
        link.textContent = isDocument ? this.dataset.see! : this.dataset.describe!;
        link.setAttribute("aria-label", `${link.textContent}: ${name}`);
        line.words.textContent = `${name} · ${this.dataset.sent!} · `;
        line.words.append(link);
        line.bar.remove();
    }

    private refuse(line: Line, sentence: string) {
        line.words.textContent = sentence;
        line.item.classList.add("is-refused");
        line.bar.remove();
    }
}

customElements.define("media-upload", MediaUpload);
