// The version before beside this one, or over it, and how far apart the surfaces of one name are at most.

import { Box3, Vector3 } from "three";

import { Layer, type Trees } from "./_layer";
import { accentOf, Stage } from "./_stage";

/** More places than this say no more. */
const most = 30_000;

export class Before {
    readonly layers: Layer[];
    private stage: Stage | null = null;
    private fetched: Promise<unknown> | null = null;

    constructor(list: HTMLElement, private readonly trees: Trees, private readonly signal: AbortSignal) {
        this.layers = [...list.querySelectorAll<HTMLElement>("[data-layer]")].map(line => new Layer(line));
    }

    fetch() {
        return this.fetched ??= Promise.all(this.layers.map(layer => layer.fetch("inteira", this.trees, this.signal)));
    }

    /** Beside: a stage of its own, that turns with the other. */
    async beside(place: HTMLElement, main: Stage) {
        await this.fetch();
        place.hidden = false;
        this.stage = new Stage(place, main.orientation, () => { });
        for (const layer of this.layers) {
            layer.tint(null);
            layer.isVisible = true;
            this.stage.add(layer.group);
        }

        const follow = (from: Stage, to: Stage) => {
            if (JSON.stringify(from.eye) !== JSON.stringify(to.eye)) to.eye = from.eye;
        };
        this.stage.frame(boxOf(this.layers));
        main.controls.addEventListener("change", () => this.stage && follow(main, this.stage));
        this.stage.controls.addEventListener("change", () => this.stage && follow(this.stage, main));
        main.fill();
        this.stage.eye = main.eye;
    }

    async over(main: Stage) {
        await this.fetch();
        for (const layer of this.layers) layer.tint(accentOf(main.place));
        main.add(...this.layers.map(layer => layer.group));
    }

    end(place: HTMLElement, main: Stage) {
        main.remove(...this.layers.map(layer => layer.group));
        this.stage?.end();
        this.stage = null;
        if (!place.hidden) setTimeout(() => main.fill());
        place.hidden = true;
    }

    /**
     * Of each layer that has one of its name in the version before: the farthest any of its places lies from it, in millimetres.
     * @param hides whether those that have not moved need not lie over themselves
     */
    async apart(now: readonly Layer[], hides: boolean): Promise<readonly { layer: Layer; most: number }[]> {
        await this.fetch();
        const found = [];
        for (const layer of now.filter(layer => layer.isWhole)) {
            const old = this.layers.find(before => before.name === layer.name);
            if (!old) continue;
            const far = Math.max(await farthest(layer, old), await farthest(old, layer));
            found.push({ layer, most: far });
            old.isVisible = !hides || far > 0.005;
        }

        return found;
    }
}

export function boxOf(layers: readonly Layer[]) {
    const shown = layers.filter(layer => layer.geometry.boundingBox);
    return shown.slice(1).reduce((box, layer) => box.union(layer.box), shown[0]?.box.clone() ?? new Box3());
}

async function farthest(layer: Layer, from: Layer) {
    const count = layer.geometry.getAttribute("position").count;
    const step = Math.max(1, Math.ceil(count / most));
    let far = 0;
    for (let vertex = 0; vertex < count; vertex += step) {
        far = Math.max(far, from.away(new Vector3(...layer.at(vertex))));
        if (vertex % (step * 4000) === 0) await new Promise(done => setTimeout(done));
    }

    return far;
}
