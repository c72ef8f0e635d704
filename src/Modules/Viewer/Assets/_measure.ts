// Distances and angles between places that one picks on the model, and their labels on the stage.

import { BufferAttribute, BufferGeometry, Color, Group, Line, LineBasicMaterial, Points, PointsMaterial, type Vector3 } from "three";

import { angle, distance, type Place } from "./_contour";
import { accentOf, type Stage } from "./_stage";

export type Kind = "distance" | "angle";

interface Measure {
    readonly kind: Kind;
    readonly places: Place[];
    readonly drawn: Group;
    label: HTMLElement | null;
}

export class Measures {
    private readonly done: Measure[] = [];
    private begun: Measure | null = null;

    constructor(private readonly stage: Stage, private readonly list: HTMLElement, private readonly say: (kind: Kind, value: string) => string) { }

    begin(kind: Kind) {
        this.drop();
        this.begun = { kind, places: [], drawn: new Group(), label: null };
        this.stage.add(this.begun.drawn);
    }

    /** Whether it is complete now. */
    pick(place: Vector3): boolean {
        if (!this.begun) return false;
        const { kind, places } = this.begun;
        places.push(place.toArray());
        this.draw(this.begun);
        if (places.length < (kind === "distance" ? 2 : 3)) return false;

        const value = kind === "distance" ? distance(places[0]!, places[1]!) : angle(places[0]!, places[1]!, places[2]!);
        const words = this.say(kind, value.toLocaleString(document.documentElement.lang, { minimumFractionDigits: kind === "distance" ? 2 : 1, maximumFractionDigits: kind === "distance" ? 2 : 1 }));
        this.begun.label = Object.assign(document.createElement("span"), { className: "viewer-label", textContent: words });
        this.stage.place.append(this.begun.label);
        this.list.append(Object.assign(document.createElement("li"), { textContent: words }));
        this.done.push(this.begun);
        this.begun = null;
        this.move();
        return true;
    }

    /** What was begun and is not complete. */
    drop() {
        if (this.begun) this.stage.remove(this.begun.drawn);
        this.begun = null;
    }

    clear() {
        this.drop();
        for (const { drawn, label } of this.done.splice(0)) {
            this.stage.remove(drawn);
            label?.remove();
        }

        this.list.replaceChildren();
    }

    /** The camera has moved: so do the labels. */
    move() {
        for (const { kind, places, label } of this.done) {
            const at = kind === "distance" ? places[0]!.map((number, i) => (number + places[1]![i]!) / 2) as unknown as Place : places[1]!;
            const [x, y] = this.stage.project(at);
            label?.style.setProperty("translate", `${x}px ${y}px`);
        }
    }

    private draw({ places, drawn }: Measure) {
        const colour = new Color(accentOf(this.stage.place));
        const geometry = new BufferGeometry().setAttribute("position", new BufferAttribute(new Float32Array(places.flat()), 3));
        drawn.clear();
        const points = new Points(geometry, new PointsMaterial({ color: colour, size: 9, sizeAttenuation: false, depthTest: false, transparent: true }));
        const line = new Line(geometry, new LineBasicMaterial({ color: colour, depthTest: false, transparent: true }));
        points.renderOrder = line.renderOrder = 200;
        drawn.add(points, line);
        this.stage.draw();
    }
}
