// <media-picker src="…">: a <select> of the library's items. With script it becomes a thumbnail and a button that opens the library
// in a dialog; the select stays what the form sends, and tells of every change as if a person had chosen in it.

class MediaPicker extends HTMLElement {
    private readonly dialog = document.createElement("dialog");
    private readonly shown = document.createElement("div");
    private readonly open = document.createElement("button");
    private readonly clear = document.createElement("button");

    connectedCallback() {
        if (this.contains(this.shown)) return;

        this.querySelector(".media-chosen")?.remove();   // of a copy of this element
        this.querySelector("dialog")?.remove();
        this.build();
        this.show();
    }

    private get select() {
        return this.querySelector("select")!;
    }

    private build() {
        this.shown.className = "media-chosen";
        const name = document.createElement("output");
        name.className = "media-chosen-name";
        const picture = document.createElement("img");
        picture.alt = "";
        picture.width = picture.height = 96;

        this.open.type = this.clear.type = "button";
        this.open.className = "btn btn-sm";
        this.open.append(this.dataset.choose!);
        this.open.setAttribute("aria-haspopup", "dialog");
        this.clear.className = "btn btn-sm btn-plain";
        this.clear.append(this.dataset.clear!);
        const label = this.querySelector("label")?.textContent?.trim() ?? "";
        this.open.setAttribute("aria-label", `${this.dataset.choose!}: ${label}`);
        this.clear.setAttribute("aria-label", `${this.dataset.clear!}: ${label}`);
        const actions = document.createElement("div");
        actions.className = "actions";
        actions.append(this.open, this.clear);
        this.shown.append(picture, name, actions);

        this.dialog.className = "dialog media-dialog";
        this.dialog.setAttribute("aria-label", this.dataset.choose!);
        this.append(this.shown, this.dialog);
        this.select.hidden = true;

        this.open.addEventListener("click", () => void this.choose());
        this.clear.addEventListener("click", () => { this.pick("", ""); this.open.focus(); });
        this.select.addEventListener("change", () => this.show());
        this.dialog.addEventListener("click", event => this.pressed(event));
        this.dialog.addEventListener("submit", event => this.asked(event));
    }

    private show() {
        const chosen = this.select.selectedOptions[0];
        const picture = this.shown.querySelector("img")!;
        const thumbnail = chosen?.dataset.thumbnail;
        picture.hidden = !thumbnail;
        if (thumbnail) picture.src = thumbnail;
        this.shown.querySelector("output")!.textContent = chosen?.text ?? "";
        this.clear.hidden = this.select.value === "";
    }

    private async choose() {
        await this.load(this.getAttribute("src")!);
        if (!this.dialog.open) this.dialog.showModal();
    }

    /** A part of the library as the site renders it. */
    private async load(address: string) {
        const answer = await fetch(address, { headers: { Accept: "text/html" }, redirect: "error" });
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        this.dialog.replaceChildren(...page.body.childNodes);
        this.dialog.querySelector<HTMLElement>(`[data-key="${CSS.escape(this.select.value)}"]`)?.setAttribute("aria-pressed", "true");
    }

    private pressed(event: MouseEvent) {
        const target = event.target as Element;
        const item = target.closest<HTMLElement>("[data-key]");
        const link = target.closest<HTMLAnchorElement>("a[href^='/admin/midia/escolher']");
        if (target === this.dialog || target.closest("button[data-close]")) this.dialog.close();
        else if (item) {
            this.pick(item.dataset.key!, item.dataset.title!, item.dataset.thumbnail);
            this.dialog.close();
            this.open.focus();
        } else if (link) {
            event.preventDefault();
            void this.load(link.href);
        }
    }

    /** The dialog's own search. */
    private asked(event: SubmitEvent) {
        const form = event.target as HTMLFormElement;
        event.preventDefault();
        event.stopPropagation();
        void this.load(`${form.action}?${new URLSearchParams(new FormData(form) as unknown as Record<string, string>)}`);
    }

    private pick(key: string, title: string, thumbnail?: string) {
        const options = [...this.select.options];
        let option = options.find(one => one.value === key);
        if (!option) {
            option = new Option(title, key);
            if (thumbnail) option.dataset.thumbnail = thumbnail;
            this.select.add(option);
        }
        if (option.selected) return;
        option.selected = true;
        this.select.dispatchEvent(new Event("input", { bubbles: true }));
        this.select.dispatchEvent(new Event("change", { bubbles: true }));
    }
}

customElements.define("media-picker", MediaPicker);
