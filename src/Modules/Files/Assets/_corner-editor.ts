// <corner-editor>: a photograph with a point at each corner of the sheet, moved by finger, mouse or arrows.

import type { Corners } from "./_perspective";

/** A step of an arrow, as a share of the photograph; a tenth of it with Shift. */
const step = 0.01;

export class CornerEditor extends HTMLElement {
    /** Shares of the photograph's width and height, in the order of {@link Corners}. */
    corners: Corners = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }];

    connectedCallback() {
        if (this.firstChild) return;
        const [picture, outline] = [document.createElement("img"), document.createElementNS("http://www.w3.org/2000/svg", "svg")];
        picture.alt = "";
        outline.setAttribute("viewBox", "0 0 1 1");
        outline.setAttribute("preserveAspectRatio", "none");
        outline.append(document.createElementNS("http://www.w3.org/2000/svg", "polygon"));
        this.append(picture, outline, ...this.dataset.corners!.split("|").map((name, at) => this.point(name, at)));
    }

    edit(url: string, corners: Corners | null) {
        this.querySelector("img")!.src = url;
        this.corners = corners ?? [{ x: 0.08, y: 0.08 }, { x: 0.92, y: 0.08 }, { x: 0.92, y: 0.92 }, { x: 0.08, y: 0.92 }];
        this.draw();
    }

    point(name: string, at: number) {
        const point = Object.assign(document.createElement("button"), { type: "button", className: "corner-point" });
        point.dataset.name = name;
        point.addEventListener("keydown", event => {
            const [x, y] = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, [number, number]>)[event.key] ?? [0, 0];
            if (x === 0 && y === 0) return;
            event.preventDefault();
            const by = event.shiftKey ? step / 10 : step, { x: left, y: top } = this.corners[at]!;
            this.move(at, left + x * by, top + y * by);
        });
        point.addEventListener("pointerdown", event => point.setPointerCapture(event.pointerId));
        point.addEventListener("pointermove", event => {
            if (!point.hasPointerCapture(event.pointerId)) return;
            const { left, top, width, height } = this.querySelector("img")!.getBoundingClientRect();
            this.move(at, (event.clientX - left) / width, (event.clientY - top) / height);
        });
        return point;
    }

    move(at: number, x: number, y: number) {
        this.corners = this.corners.with(at, { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) }) as unknown as Corners;
        this.draw();
    }

    draw() {
        this.querySelector("polygon")!.setAttribute("points", this.corners.map(({ x, y }) => `${x},${y}`).join(" "));
        for (const [at, point] of this.querySelectorAll<HTMLButtonElement>("button").entries()) {
            const { x, y } = this.corners[at]!;
            point.style.left = `${100 * x}%`;
            point.style.top = `${100 * y}%`;
            point.setAttribute("aria-label", `${point.dataset.name}: ${this.dataset.place!.replace("{0}", `${Math.round(100 * x)}`).replace("{1}", `${Math.round(100 * y)}`)}`);
        }
    }
}

customElements.define("corner-editor", CornerEditor);
