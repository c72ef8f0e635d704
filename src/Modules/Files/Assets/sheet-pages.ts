// <sheet-pages>: photographs of a paper's pages become one PDF, which the <file-slot> around it sends. Each page is shown as it will be read, can be moved,
// taken again, cut at other corners or left out; one that cannot be read says so before it is sent.

import "./_corner-editor";
import type { CornerEditor } from "./_corner-editor";
import { pdfOf } from "./straighten";
import { pageOf, type SheetPage } from "./_page-of";
import type { Corners } from "./_perspective";

interface Shown extends SheetPage {
    readonly photograph: Blob;
    readonly url: string;
}

class SheetPages extends HTMLElement {
    pages: Shown[] = [];
    /** The page that the next photograph takes the place of. */
    instead: number | null = null;
    /** The page whose corners are being moved, and its photograph's address. */
    edited: { at: number; url: string } | null = null;
    /** One photograph after another. */
    work: Promise<void> = Promise.resolve();

    get dialog() {
        return this.querySelector<HTMLDialogElement>("dialog.corner-editor")!;
    }

    connectedCallback() {
        this.hidden = false;
        // What is photographed here is not yet what is sent.
        this.addEventListener("photographed", event => {
            event.stopPropagation();
            for (const photograph of (event as CustomEvent<File[]>).detail) this.work = this.work.then(() => this.add(photograph));
        });
        this.addEventListener("click", event => {
            const button = (event.target as Element).closest<HTMLButtonElement>("button[data-do]");
            if (button) this.act(button.dataset.do!, Number(button.closest("li")?.dataset.at ?? -1));
        });
        this.dialog.addEventListener("close", () => this.leave());
    }

    async add(photograph: Blob) {
        const at = this.instead ?? this.pages.length;
        this.instead = null;
        await this.read(photograph, at, null);
    }

    async read(photograph: Blob, at: number, corners: Corners | null) {
        this.say(this.dataset.straightening!);
        // The browser paints the words before it is busy.
        await new Promise(done => setTimeout(done, 30));
        try {
            const page = await pageOf(photograph, corners), old = this.pages[at];
            if (old) URL.revokeObjectURL(old.url);
            this.pages[at] = { ...page, photograph, url: URL.createObjectURL(new Blob([page.jpeg.slice()], { type: "image/jpeg" })) };
            this.say(page.corners === null ? this.dataset.notFound! : "");
        } catch {
            this.say(this.dataset.unreadable!);
        }

        this.show();
    }

    act(what: string, at: number) {
        const page = this.pages[at];
        if (what === "send") void this.send();
        else if (what === "leave") this.dialog.close();
        else if (what === "apply") this.apply();
        else if (page === undefined) return;
        else if (what === "corners") this.edit(at);
        else if (what === "again") {
            this.instead = at;
            this.querySelector("photo-camera label")!.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
        } else {
            this.pages.splice(at, 1);
            if (what === "up") this.pages.splice(Math.max(0, at - 1), 0, page);
            if (what === "down") this.pages.splice(at + 1, 0, page);
            if (what === "remove") URL.revokeObjectURL(page.url);
            this.show(what === "up" ? at - 1 : what === "down" ? at + 1 : at, what);
        }
    }

    edit(at: number) {
        const { photograph, corners } = this.pages[at]!;
        this.edited = { at, url: URL.createObjectURL(photograph) };
        this.querySelector<CornerEditor>("corner-editor")!.edit(this.edited.url, corners);
        this.dialog.showModal();
    }

    apply() {
        if (this.edited === null) return;
        const { at } = this.edited, { corners } = this.querySelector<CornerEditor>("corner-editor")!;
        this.dialog.close();
        void this.read(this.pages[at]!.photograph, at, corners).then(() => this.show(at, "corners"));
    }

    leave() {
        if (this.edited !== null) URL.revokeObjectURL(this.edited.url);
        this.edited = null;
    }

    async send() {
        await this.work;
        const file = new File([pdfOf(this.pages)], `${this.dataset.name!}.pdf`, { type: "application/pdf" });
        await this.closest<HTMLElement & { take(files: File[], isFolder: boolean): Promise<void> }>("file-slot")!.take([file], false);
        for (const { url } of this.pages) URL.revokeObjectURL(url);
        this.pages = [];
        this.show();
        this.say("");
    }

    show(focused = -1, on = "") {
        const template = this.querySelector("template")!, list = this.querySelector("ol")!;
        list.replaceChildren(...this.pages.map((page, at) => {
            const item = (template.content.cloneNode(true) as DocumentFragment).querySelector("li")!;
            const name = this.dataset.page!.replace("{0}", `${at + 1}`);
            item.dataset.at = `${at}`;
            item.querySelector("img")!.src = page.url;
            item.querySelector("img")!.alt = name;
            item.querySelector<HTMLElement>("[data-illegible]")!.hidden = page.isLegible;
            for (const button of item.querySelectorAll("button")) button.setAttribute("aria-label", `${button.textContent!.trim()}: ${name}`);
            item.querySelector<HTMLButtonElement>("[data-do=up]")!.disabled = at === 0;
            item.querySelector<HTMLButtonElement>("[data-do=down]")!.disabled = at === this.pages.length - 1;
            return item;
        }));
        this.querySelector<HTMLElement>("[data-do=send]")!.hidden = this.pages.length === 0;
        if (focused < 0) return;

        const item = list.children[Math.min(focused, list.children.length - 1)];
        (item?.querySelector<HTMLButtonElement>(`[data-do=${on}]:not(:disabled)`) ?? item?.querySelector<HTMLButtonElement>("button:not(:disabled)") ?? this.querySelector("input"))?.focus();
    }

    say(words: string) {
        const line = [...this.children].find(child => child.getAttribute("role") === "status")!;
        line.textContent = words;
    }
}

customElements.define("sheet-pages", SheetPages);
