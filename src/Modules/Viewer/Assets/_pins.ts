// Comments on the model: a numbered button at each place. What lies behind the surface fades, and can be pressed all the same.

import { Vector3 } from "three";

import type { Place } from "./_contour";
import type { Layer } from "./_layer";
import type { Section } from "./_section";
import type { Stage } from "./_stage";

interface Pin {
    readonly place: Place;
    readonly button: HTMLElement;
}

export class Pins {
    private readonly pins: Pin[] = [];
    private own: Pin | null = null;
    private resting = 0;

    constructor(private readonly stage: Stage, private readonly layers: readonly Layer[], private readonly section: () => Section | null) { }

    add(number: string, place: Place, isOpen: boolean, pressed: () => void) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: `viewer-pin${isOpen ? "" : " viewer-pin-closed"}`, textContent: number });
        button.setAttribute("aria-label", document.querySelector(`#comentario-${number} .comment-by`)?.textContent?.replace(/\s+/g, " ").trim() ?? number);
        button.addEventListener("click", pressed);
        this.stage.place.append(button);
        this.pins.push({ place, button });
        this.move();
    }

    clear() {
        for (const { button } of this.pins.splice(0)) button.remove();
    }

    /** The place of a comment that is being written; null for none. */
    mark(place: Place | null) {
        this.own?.button.remove();
        this.own = null;
        if (place) {
            const button = Object.assign(document.createElement("span"), { className: "viewer-pin viewer-pin-own", textContent: "+" });
            this.stage.place.append(button);
            this.own = { place, button };
        }

        this.move();
    }

    move() {
        for (const { place, button } of [...this.pins, ...this.own ? [this.own] : []]) {
            const [x, y] = this.stage.project(place);
            button.style.setProperty("translate", `${x}px ${y}px`);
        }

        clearTimeout(this.resting);
        this.resting = window.setTimeout(() => this.fade(), 150);
    }

    /** Asked of the layers when the camera rests, not in each frame. */
    private fade() {
        const towards = new Vector3(...this.stage.facing);
        for (const { place, button } of this.pins) {
            const [x, y] = this.stage.project(place);
            const { left, top } = this.stage.place.getBoundingClientRect();
            const ray = this.stage.ray(left + x, top + y);
            const own = new Vector3(...place).dot(towards);
            const hidden = this.layers.some(layer => {
                const met = layer.isVisible && layer.opacity > 60 ? layer.meet(ray, this.section()?.clipping ?? []) : null;
                return met !== null && met.dot(towards) > own + 0.3;
            });
            button.classList.toggle("viewer-pin-behind", hidden);
        }
    }
}
