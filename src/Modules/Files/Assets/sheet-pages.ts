// <sheet-pages>: photographs of a paper's pages become one PDF, which the <file-slot> around it sends. Each page is shown as it will be read, can be moved,
// taken again or left out; one that cannot be read says so before it is sent.

import { pdfOf } from "./straighten";
import { pageOf, type SheetPage } from "./_page-of";

interface Shown extends SheetPage {
    readonly url: string;
}

class SheetPages extends HTMLElement {
    pages: Shown[] = [];
    instead: number | null = null;

    connectedCallback() {
        this.hidden = false;
        // What is picked here is not yet what is sent.
        this.addEventListener("change", event => {
            event.stopPropagation();
            const input = event.target as HTMLInputElement, photographs = [...input.files ?? []];
            input.value = "";
            if (photographs.length > 0) void this.add(photographs);
        });
        this.addEventListener("click", event => {
            const button = (event.target as Element).closest<HTMLButtonElement>("button[data-do]");
            if (button) this.act(button.dataset.do!, Number(button.closest("li")?.dataset.at ?? -1));
        });
    }

    async add(photographs: File[]) {
        const at = this.instead;
        this.instead = null;
        for (const photograph of photographs) {
            this.say(this.dataset.straightening!);
            // The browser paints the words before it is busy.
            await new Promise(done => setTimeout(done, 30));
            try {
                const page = await pageOf(photograph), shown = { ...page, url: URL.createObjectURL(new Blob([page.jpeg.slice()], { type: "image/jpeg" })) };
                if (at === null) this.pages.push(shown);
                else this.pages.splice(at, 1, shown);
                this.say(page.isWhole ? "" : this.dataset.notFound!);
            } catch {
                this.say(this.dataset.unreadable!);
            }
        }

        this.show();
    }

    act(what: string, at: number) {
        const page = this.pages[at];
        if (what === "send") void this.send();
        else if (page === undefined) return;
        else if (what === "again") {
            this.instead = at;
            this.querySelector("input")!.click();
        } else {
            this.pages.splice(at, 1);
            if (what === "up") this.pages.splice(Math.max(0, at - 1), 0, page);
            if (what === "down") this.pages.splice(at + 1, 0, page);
            if (what === "remove") URL.revokeObjectURL(page.url);
            this.show(what === "up" ? at - 1 : what === "down" ? at + 1 : at, what);
        }
    }

    async send() {
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
        this.querySelector<HTMLElement>("[role=status]")!.textContent = words;
    }
}

customElements.define("sheet-pages", SheetPages);
