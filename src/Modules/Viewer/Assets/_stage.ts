// The stage: what draws, the camera and how one turns it, by mouse, by touch and by keyboard. It draws only when something has changed.

import { AmbientLight, Box3, DirectionalLight, OrthographicCamera, Ray, Scene, Vector2, Vector3, WebGLRenderer, type Object3D } from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";

import type { Place } from "./_contour";
import type { Orientation } from "./_orientation";

/** Where the camera is: what it looks at, from where, how near. */
export interface Eye {
    readonly from: Place;
    readonly to: Place;
    readonly zoom: number;
}

/** The theme's accent as the browser reckons it, for whoever does not know `light-dark()`. */
export const accentOf = (element: Element) => getComputedStyle(element).caretColor;

export class Stage {
    readonly scene = new Scene();
    readonly renderer: WebGLRenderer;
    readonly camera = new OrthographicCamera(-1, 1, 1, -1, -1000, 1000);
    readonly controls: OrbitControls;
    private readonly light = new DirectionalLight(0xffffff, 2.2);
    private readonly sight: ResizeObserver;
    private radius = 50;
    private box = new Box3();
    private asked = 0;

    /** The zoom at which all was in sight last. */
    private filled = NaN;

    /** @throws where there is no WebGL */
    constructor(readonly place: HTMLElement, readonly orientation: Orientation, private readonly drawn: () => void) {
        this.renderer = new WebGLRenderer({ antialias: true, alpha: true });
        this.renderer.localClippingEnabled = true;
        this.renderer.setPixelRatio(Math.min(2, devicePixelRatio));
        this.renderer.domElement.setAttribute("aria-hidden", "true");
        place.prepend(this.renderer.domElement);
        this.camera.up.set(...orientation.up);
        this.camera.add(this.light);
        this.light.position.set(0.4, 0.6, 1);
        this.scene.add(this.camera, new AmbientLight(0xffffff, 1.1));
        this.controls = new OrbitControls(this.camera, this.renderer.domElement);
        this.controls.enableDamping = false;
        this.controls.addEventListener("change", () => this.draw());
        // What was framed stays framed; what somebody has brought nearer stays as near.
        this.sight = new ResizeObserver(() => this.camera.zoom === this.filled ? this.fill() : this.fit());
        this.sight.observe(place);
        place.addEventListener("keydown", event => this.key(event));
        this.fit();
    }

    /** In the next frame, once. */
    draw() {
        this.asked ||= requestAnimationFrame(() => {
            this.asked = 0;
            this.renderer.render(this.scene, this.camera);
            this.drawn();
        });
    }

    add(...things: Object3D[]) {
        this.scene.add(...things);
        this.draw();
    }

    remove(...things: Object3D[]) {
        this.scene.remove(...things);
        this.draw();
    }

    /** All of a box in sight, from where one looks. */
    frame(box: Box3) {
        if (box.isEmpty()) return;
        const centre = box.getCenter(new Vector3());
        const away = this.camera.position.clone().sub(this.controls.target);
        this.radius = box.getSize(new Vector3()).length() / 2;
        this.controls.target.copy(centre);
        this.camera.position.copy(centre).add(away.setLength(4 * this.radius));
        this.box = box;
        this.fit();
        this.fill();
    }

    look(name: string) {
        const way = this.orientation.views[name];
        if (!way) return;
        this.camera.position.copy(this.controls.target).add(new Vector3(...way).setLength(4 * this.radius));
        this.fill();
    }

    get eye(): Eye {
        return { from: this.camera.position.toArray(), to: this.controls.target.toArray(), zoom: this.camera.zoom };
    }

    set eye({ from, to, zoom }: Eye) {
        this.camera.position.set(...from);
        this.controls.target.set(...to);
        this.camera.zoom = zoom;
        this.camera.updateProjectionMatrix();
        this.controls.update();
        this.draw();
    }

    /** The ray under a point of the page. */
    ray(clientX: number, clientY: number): Ray {
        const { left, top, width, height } = this.renderer.domElement.getBoundingClientRect();
        const at = new Vector2((clientX - left) / width * 2 - 1, 1 - (clientY - top) / height * 2);
        const direction = this.camera.getWorldDirection(new Vector3());
        const origin = new Vector3(at.x, at.y, 0).unproject(this.camera);
        return new Ray(origin.addScaledVector(direction, -10 * this.radius), direction);
    }

    /** Where a place stands on the stage, in its pixels. */
    project(place: Place): readonly [number, number] {
        const at = new Vector3(...place).project(this.camera);
        return [(at.x + 1) / 2 * this.place.clientWidth, (1 - at.y) / 2 * this.place.clientHeight];
    }

    /** The way one looks, as a normal towards the eye. */
    get facing(): Place {
        return this.camera.getWorldDirection(new Vector3()).negate().toArray();
    }

    /** The ways that point to the right and to the top of the stage. */
    get sides(): readonly [right: Place, top: Place] {
        const turned = this.camera.matrixWorld;
        return [new Vector3().setFromMatrixColumn(turned, 0).toArray(), new Vector3().setFromMatrixColumn(turned, 1).toArray()];
    }

    end() {
        this.sight.disconnect();
        this.controls.dispose();
        this.renderer.dispose();
        this.renderer.domElement.remove();
    }

    /** As near as all of it allows, from where one looks now. */
    fill() {
        this.fit();
        this.camera.zoom = 1;
        this.camera.updateProjectionMatrix();
        this.controls.update();
        this.camera.updateMatrixWorld();
        const corners = [0, 1, 2, 3, 4, 5, 6, 7].map(i => new Vector3(...(["x", "y", "z"] as const).map((axis, bit) => this.box[i >> bit & 1 ? "max" : "min"][axis])).project(this.camera));
        this.camera.zoom = 0.92 / Math.max(0.05, ...corners.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]));
        this.filled = this.camera.zoom;
        this.camera.updateProjectionMatrix();
        this.draw();
    }

    private fit() {
        const [width, height] = [Math.max(1, this.place.clientWidth), Math.max(1, this.place.clientHeight)];
        this.renderer.setSize(width, height, false);
        const half = this.radius * 1.08;
        const [x, y] = width > height ? [half * width / height, half] : [half, half * height / width];
        Object.assign(this.camera, { left: -x, right: x, top: y, bottom: -y, near: -20 * this.radius, far: 20 * this.radius });
        this.camera.updateProjectionMatrix();
        this.draw();
    }

    private key(event: KeyboardEvent) {
        const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
        const named = Object.keys(this.orientation.views)["12345".indexOf(event.key)];
        if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.place) return;
        if (arrow && event.shiftKey) this.shift(arrow[0]!, arrow[1]!);
        else if (arrow) this.turn(arrow[0]!, arrow[1]!);
        else if (event.key === "+" || event.key === "=") this.near(1.2);
        else if (event.key === "-") this.near(1 / 1.2);
        else if (named) this.look(named);
        else return;
        event.preventDefault();
    }

    private near(times: number) {
        this.camera.zoom = Math.min(60, Math.max(0.2, this.camera.zoom * times));
        this.camera.updateProjectionMatrix();
        this.draw();
    }

    private turn(right: number, upwards: number) {
        const { up } = this.camera;
        const away = this.camera.position.clone().sub(this.controls.target);
        const polar = away.angleTo(up) - upwards * Math.PI / 24;
        const side = new Vector3().crossVectors(up, away).normalize();
        const level = new Vector3().crossVectors(side, up);
        const bounded = Math.min(Math.PI - 0.001, Math.max(0.001, polar));
        away.copy(up).multiplyScalar(Math.cos(bounded)).addScaledVector(level, Math.sin(bounded)).setLength(4 * this.radius).applyAxisAngle(up, right * Math.PI / 24);
        this.camera.position.copy(this.controls.target).add(away);
        this.controls.update();
        this.draw();
    }

    private shift(right: number, upwards: number) {
        const step = this.radius / 10 / this.camera.zoom;
        const move = new Vector3().setFromMatrixColumn(this.camera.matrixWorld, 0).multiplyScalar(right * step).addScaledVector(new Vector3().setFromMatrixColumn(this.camera.matrixWorld, 1), upwards * step);
        this.camera.position.add(move);
        this.controls.target.add(move);
        this.controls.update();
        this.draw();
    }
}
