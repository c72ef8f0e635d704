// <page-editor>: the form of one page with its preview. Saves what is typed by itself, moves blocks by mouse, touch or buttons, and tells of
// others who have the page open. The server works all of it without this, by the form's buttons.

import "./_rich-text";
import { dragBlocks } from "./_drag";

const PAUSE = 1200, LATEST = 5000, HERE = 10_000;

class PageEditor extends HTMLElement {
    #form!: HTMLFormElement;
    #waiting = 0;
    #since = 0;
    #saving: Promise<unknown> = Promise.resolve();
    #isDirty = false;
    #removed?: { block: HTMLElement; before: Element | null; list: Element };

    connectedCallback() {
        this.#form = this.querySelector("form")!;
        this.#form.addEventListener("input", () => this.#typed());
        this.#form.addEventListener("change", () => this.#typed());
        this.#form.addEventListener("click", event => this.#clicked(event));
        this.#form.addEventListener("submit", event => this.#submitted(event));
        addEventListener("beforeunload", event => { if (this.#isDirty) event.preventDefault(); });
        dragBlocks(this.#form, () => { this.#number(); this.#typed(); });
        this.#prepare();
        this.#widths();
        void this.#here();
        setInterval(() => void this.#here(), HERE);
    }

    #prepare() {
        for (const button of this.querySelectorAll<HTMLElement>("[data-drop]")) button.hidden = false;
        const blocks = this.#blocks;
        if (blocks.length > 3) for (const [at, block] of blocks.entries()) if (at > 0) block.querySelector("details")?.removeAttribute("open");
        this.#number();
    }

    get #blocks() { return [...this.querySelectorAll<HTMLElement>(".editor-block")]; }

    #state(words: string) { this.querySelector("#editor-state")!.textContent = words; }

    #typed() {
        this.#isDirty = true;
        this.#state(this.dataset.unsaved!);
        const now = Date.now();
        this.#since ||= now;
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => void this.#save(), Math.max(0, Math.min(PAUSE, this.#since + LATEST - now)));
    }

    // One at a time, in their order. With an act the list of blocks comes back.
    #save(act = "save"): Promise<string | undefined> {
        clearTimeout(this.#waiting);
        this.#since = 0;
        const result = this.#saving.then(() => this.#send(act));
        this.#saving = result.catch(() => undefined);
        return result;
    }

    async #send(act: string) {
        const body = new URLSearchParams(new FormData(this.#form) as unknown as Record<string, string>);
        body.set("act", act);
        this.#isDirty = false;
        this.#state(this.dataset.saving!);
        let answer: Response;
        try {
            answer = await fetch(location.pathname, { method: "POST", body, headers: { "X-Requested-With": "editor" } });
            if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
        } catch {
            this.#isDirty = true;
            this.#state(this.dataset.offline!);
            this.#waiting = setTimeout(() => void this.#save(), LATEST);
            return undefined;
        }

        if (answer.headers.get("Content-Type")?.startsWith("text/html")) {
            this.#state(this.dataset.saved!);
            void this.#preview();
            return await answer.text();
        }

        const { draft, collided, errors } = await answer.json() as { draft?: number; collided?: string; errors?: Record<string, string> };
        this.#wrong(errors ?? {});
        if (errors) {
            this.#state(this.dataset.wrong!);
            return undefined;
        }

        if (collided) this.#say("#editor-collided", collided, this.dataset.versions);
        else this.#form.querySelector<HTMLInputElement>("[name=from]")!.value = String(draft);
        this.#state(collided ? "" : this.dataset.saved!);
        void this.#preview();
        return undefined;
    }

    #wrong(errors: Record<string, string>) {
        for (const old of this.querySelectorAll(".field-error[data-own]")) old.remove();
        for (const field of this.querySelectorAll<HTMLElement>("[name][aria-invalid]")) field.removeAttribute("aria-invalid");
        for (const [name, words] of Object.entries(errors)) {
            const field = this.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`);
            if (!field) continue;
            const sentence = document.createElement("p");
            sentence.className = "field-error";
            sentence.id = `${field.id}-error`;
            sentence.dataset.own = "";
            sentence.textContent = words;
            field.setAttribute("aria-invalid", "true");
            field.setAttribute("aria-describedby", sentence.id);
            field.closest(".field")?.append(sentence);
            field.closest("details")?.setAttribute("open", "");
        }
    }

    #clicked(event: MouseEvent) {
        const button = (event.target as Element).closest<HTMLButtonElement>("button");
        const block = button?.closest<HTMLElement>(".editor-block");
        if (!button || button.name !== "act" && !("drop" in button.dataset)) return;

        if (button.value === "save") {
            event.preventDefault();
            void this.#save();
        } else if (button.dataset.move && block) {
            event.preventDefault();
            this.#move(block, Number(button.dataset.move), button);
        } else if ("hide" in button.dataset && block) {
            event.preventDefault();
            const hidden = block.dataset.hidden !== "true";
            block.dataset.hidden = button.ariaPressed = block.querySelector<HTMLInputElement>("[name$='.hidden']")!.value = String(hidden);
            this.#typed();
        } else if ("delete" in button.dataset && block) {
            event.preventDefault();
            this.#remove(block);
        } else if ("drop" in button.dataset) {
            const list = button.closest("ol")!;
            button.closest("li")!.remove();
            (list.parentElement!.querySelector<HTMLElement>(":scope > button") ?? list).focus();
            this.#typed();
        } else if (/^(add|copy|item):/.test(button.value)) {
            event.preventDefault();
            void this.#redraw(button.value);
        }
    }

    // Publishing leaves the page by itself: everything typed goes with the form.
    #submitted(event: SubmitEvent) {
        if (!event.defaultPrevented) this.#isDirty = false;
    }

    #move(block: HTMLElement, step: number, button: HTMLElement) {
        const other = step < 0 ? block.previousElementSibling : block.nextElementSibling;
        if (!other) return;
        if (step < 0) other.before(block);
        else other.after(block);
        button.focus();
        this.#number();
        this.#typed();
        const place = this.#blocks.indexOf(block) + 1;
        this.#state(this.dataset.moved!.replace("{0}", String(place)).replace("{1}", String(this.#blocks.length)));
    }

    #remove(block: HTMLElement) {
        this.#removed = { block, before: block.nextElementSibling, list: block.parentElement! };
        block.remove();
        this.#typed();
        const undo = this.querySelector<HTMLElement>("#editor-undo")!;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "btn";
        button.textContent = this.dataset.undo!;
        button.addEventListener("click", () => {
            const { block: back, before, list } = this.#removed!;
            list.insertBefore(back, before?.isConnected ? before : null);
            undo.hidden = true;
            back.querySelector<HTMLElement>("[data-delete]")?.focus();
            this.#typed();
        });
        undo.replaceChildren(`${this.dataset.gone!} `, button);
        undo.hidden = false;
        button.focus();
    }

    async #redraw(act: string) {
        const before = new Set(this.#blocks.map(block => block.dataset.block));
        const open = new Set(this.#blocks.filter(block => block.querySelector("details")?.open).map(block => block.dataset.block));
        const html = await this.#save(act);
        if (html === undefined) return;

        const drawn = new DOMParser().parseFromString(html, "text/html");
        this.querySelector("#editor-blocks")!.replaceChildren(...drawn.body.childNodes);
        this.#prepare();
        const fresh = this.#blocks.find(block => !before.has(block.dataset.block));
        for (const block of this.#blocks) block.querySelector("details")?.toggleAttribute("open", block === fresh || open.has(block.dataset.block));
        if (fresh) this.querySelector("#editor-add")?.removeAttribute("open");
        const items = act.startsWith("item:") ? this.querySelector(`[data-items="${CSS.escape(act.slice(5))}"] > ol > li:last-child`) : null;
        const target = items ?? fresh;
        target?.scrollIntoView({ block: "nearest" });
        (target?.querySelector<HTMLElement>("[contenteditable], input:not([type=hidden]), textarea:not([hidden]), select") ?? target?.querySelector<HTMLElement>("summary"))?.focus();
    }

    #number() {
        const blocks = this.#blocks;
        for (const [at, block] of blocks.entries())
            for (const button of block.querySelectorAll<HTMLButtonElement>("[data-move]"))
                button.ariaDisabled = String(at === (button.dataset.move === "1" ? blocks.length - 1 : 0));
    }

    #widths() {
        for (const button of this.querySelectorAll<HTMLButtonElement>("[data-width]"))
            button.addEventListener("click", () => {
                this.querySelector<HTMLElement>(".editor-stage")!.dataset.width = button.dataset.width;
                for (const other of this.querySelectorAll<HTMLButtonElement>("[data-width]")) if (other.tagName === "BUTTON") other.ariaPressed = String(other === button);
                this.#fit();
            });
        new ResizeObserver(() => this.#fit()).observe(this.querySelector(".editor-stage")!);
    }

    // A desktop's width beside the form is drawn smaller, not narrower.
    #fit() {
        const stage = this.querySelector<HTMLElement>(".editor-stage")!;
        const frame = stage.querySelector("iframe")!;
        const width = stage.dataset.width === "phone" ? 390 : 1200;
        const scale = Math.min(1, stage.clientWidth / width);
        frame.style.width = `${width}px`;
        frame.style.height = `${stage.clientHeight / scale}px`;
        frame.style.transform = `scale(${scale})`;
    }

    // Only what is in <main> changes, so that the preview stays where one was looking.
    async #preview() {
        const frame = this.querySelector("iframe")!;
        const answer = await fetch(frame.src);
        const main = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
        const old = frame.contentDocument?.querySelector("main");
        if (answer.ok && main && old) old.replaceWith(main);
        else frame.src = frame.getAttribute("src")!;
    }

    async #here() {
        const body = new URLSearchParams();
        for (const name of ["__RequestVerificationToken", "from"]) body.set(name, this.#form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "");
        const answer = await fetch(`${location.pathname}?handler=Here`, { method: "POST", body }).catch(() => undefined);
        if (!answer?.ok) return;
        const { others, newer } = await answer.json() as { others?: string; newer?: string };
        this.#say("#editor-others", [others, newer].filter(Boolean).join(" "));
    }

    #say(where: string, words: string, address?: string) {
        const notice = this.querySelector<HTMLElement>(where)!;
        notice.hidden = words === "";
        if (notice.textContent === words) return;
        if (!address) {
            notice.textContent = words;
            return;
        }
        const link = document.createElement("a");
        link.href = address;
        link.textContent = words;
        notice.replaceChildren(link);
    }
}

customElements.define("page-editor", PageEditor);
