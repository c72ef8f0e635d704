// <menu-tree>: the entries of a menu, to be dragged by their handles. Dropped on the left of an entry one comes to stand before it, dropped
// further to the right under it. What was dropped is sent by the form inside; the buttons of each entry do the same without a mouse.

class MenuTree extends HTMLElement {
    private moved: HTMLElement | null = null;

    connectedCallback() {
        for (const item of this.querySelectorAll<HTMLElement>("li[data-id]")) {
            const handle = item.querySelector<HTMLElement>(".menu-handle")!;
            handle.draggable = true;
            handle.addEventListener("dragstart", event => {
                this.moved = item;
                event.dataTransfer!.effectAllowed = "move";
                event.dataTransfer!.setDragImage(item, 20, 20);
            });
            handle.addEventListener("dragend", () => {
                this.moved = null;
                this.unmark();
            });
        }
        this.addEventListener("dragover", event => {
            const over = this.over(event);
            this.unmark();
            if (!over) return;
            event.preventDefault();
            over.classList.add(this.isUnder(event, over) ? "is-under" : "is-before");
        });
        this.addEventListener("drop", event => {
            const over = this.over(event);
            if (!over) return;
            event.preventDefault();
            this.send(over, this.isUnder(event, over));
        });
    }

    private over(event: DragEvent) {
        const item = (event.target as Element).closest<HTMLElement>("li[data-id]");
        return item && this.moved && !this.moved.contains(item) ? item : null;
    }

    /** Only an entry that stands outermost may hold others, and only one that holds none may go under it. */
    private isUnder(event: DragEvent, over: HTMLElement) {
        const isOutermost = !over.parentElement!.closest("li[data-id]");
        return isOutermost && !this.moved!.dataset.holds && event.clientX - over.getBoundingClientRect().left > 120;
    }

    private unmark() {
        for (const item of this.querySelectorAll(".is-under, .is-before")) item.classList.remove("is-under", "is-before");
    }

    private send(over: HTMLElement, under: boolean) {
        const form = this.querySelector<HTMLFormElement>("form[hidden]")!;
        const set = (name: string, value: string) => { form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value; };
        const parent = over.parentElement!.closest<HTMLElement>("li[data-id]")?.dataset.id ?? "";
        set("id", this.moved!.dataset.id!);
        set("under", under ? over.dataset.id! : parent);
        set("before", under ? "" : over.dataset.id!);
        form.submit();
    }
}

customElements.define("menu-tree", MenuTree);
