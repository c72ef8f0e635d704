// How the files lie in the patient, and what follows: the standard views, and the letters at the edges of the stage that say which side is which.

import { cross, dot, type Place } from "./_contour";

/** As the page writes a way along an axis: `YMinus`. */
const wayOf = (name: string): Place => [0, 1, 2].map(i => i === "XYZ".indexOf(name[0]!) ? name.endsWith("Plus") ? 1 : -1 : 0) as unknown as Place;

const away = (from: Place): Place => [-from[0], -from[1], -from[2]];

/** Occlusal views lean a little to the front, so that the incisors are where one expects them. */
const leaning = (way: Place, front: Place): Place => [0, 1, 2].map(i => way[i]! + 0.001 * front[i]!) as unknown as Place;

export class Orientation {
    readonly front: Place;
    readonly up: Place;
    readonly left: Place;

    /** From where one looks, in the order of the keys. */
    readonly views: Readonly<Record<string, Place>>;

    constructor(front: string, up: string) {
        this.front = wayOf(front);
        this.up = wayOf(up);
        this.left = cross(this.up, this.front);
        this.views = { front: this.front, right: away(this.left), left: this.left, below: leaning(away(this.up), this.front), above: leaning(this.up, this.front) };
    }

    /** Normals of the planes that anatomy names, from where radiologists look at them: from the left, the front, below. */
    get planes(): Readonly<Record<string, Place>> {
        return { sagittal: this.left, coronal: this.front, axial: away(this.up) };
    }

    /**
     * The letters of where a way leads, the nearest first, as beside a radiograph.
     * @param letters of left, right, anterior, posterior, superior, inferior
     */
    lettersOf(way: Place, letters: string) {
        return [this.left, away(this.left), this.front, away(this.front), this.up, away(this.up)]
            .map((side, i) => ({ letter: letters[i]!, share: dot(way, side) }))
            .filter(({ share }) => share > 0.38)
            .sort((one, other) => other.share - one.share)
            .slice(0, 2)
            .map(({ letter }) => letter)
            .join("");
    }
}

/** Letters at the edges of a picture: what lies where on the screen. */
export class Edges {
    private readonly marks: HTMLElement[];

    constructor(place: HTMLElement, private readonly orientation: Orientation, private readonly letters: string) {
        this.marks = ["right", "left", "top", "bottom"].map(side => place.appendChild(Object.assign(document.createElement("span"), { className: `viewer-edge viewer-edge-${side}`, ariaHidden: "true" })));
    }

    /**
     * @param right the way that points to the right of the screen
     * @param up the way that points to its top
     */
    show(right: Place, up: Place) {
        for (const [i, way] of [right, away(right), up, away(up)].entries()) this.marks[i]!.textContent = this.orientation.lettersOf(way, this.letters);
    }
}
