// <focal-point>: a picture on which one says what must stay in sight when it is cut: a press, or the arrow keys. The two number fields of
// the form hold the place, and are enough without script.

class FocalPoint extends HTMLElement {
    private readonly mark = document.createElement("button");

    connectedCallback() {
        this.mark.type = "button";
        this.mark.className = "focal-mark";
        this.append(this.mark);
        this.place();
        this.addEventListener("pointerdown", event => this.pressed(event));
        this.mark.addEventListener("keydown", event => this.key(event));
        for (const field of [this.x, this.y]) field.addEventListener("input", () => this.place());
    }

    private get x() {
        return this.closest("form")!.querySelector<HTMLInputElement>("[name='Input.FocalX']")!;
    }

    private get y() {
        return this.closest("form")!.querySelector<HTMLInputElement>("[name='Input.FocalY']")!;
    }

    private place() {
        const [x, y] = [limit(this.x.valueAsNumber), limit(this.y.valueAsNumber)];
        this.mark.style.setProperty("inset-inline-start", `${x}%`);
        this.mark.style.setProperty("inset-block-start", `${y}%`);
        this.mark.setAttribute("aria-label", this.dataset.label!.replace("{0}", String(x)).replace("{1}", String(y)));
    }

    private set(x: number, y: number) {
        this.x.value = String(limit(x));
        this.y.value = String(limit(y));
        this.place();
    }

    private pressed(event: PointerEvent) {
        const box = this.querySelector("img")!.getBoundingClientRect();
        this.set((event.clientX - box.left) / box.width * 100, (event.clientY - box.top) / box.height * 100);
    }

    private key(event: KeyboardEvent) {
        const step = event.shiftKey ? 1 : 5;
        const way = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
        if (!way) return;
        event.preventDefault();
        this.set(this.x.valueAsNumber + way[0]!, this.y.valueAsNumber + way[1]!);
    }
}

function limit(percent: number) {
    return Number.isFinite(percent) ? Math.round(Math.min(100, Math.max(0, percent))) : 50;
}

customElements.define("focal-point", FocalPoint);
