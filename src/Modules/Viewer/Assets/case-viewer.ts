// <case-viewer>: wraps the layers and comments that the page lists, and shows them. Texts come from the page. Other scripts may read and set its `view`, hear
// `drawn` when what is seen may have changed, `commented` when a comment was made here (where the page stays), and ask it to `reread()` the comments.

import { dot, type Place } from "./_contour";
import { freshComments, sendComment } from "./_comments";
import { Before, boxOf } from "./_compare";
import { Layer, Trees } from "./_layer";
import { Measures, type Kind } from "./_measure";
import { Altered } from "./_mesh";
import { Edges, Orientation } from "./_orientation";
import { Pins } from "./_pins";
import { drawFlat, Section, type Cut } from "./_section";
import { Stage, type Eye } from "./_stage";

/** As a comment keeps what its author saw. */
interface View {
    readonly eye: Eye;
    readonly hidden: readonly string[];
    readonly faded: Readonly<Record<string, number>>;
    readonly cut: Cut | null;
}

/** On a phone more triangles than this are too many at once. */
const phoneLimit = 600_000;

class CaseViewer extends HTMLElement {
    private stage!: Stage;
    private layers: Layer[] = [];
    private trees!: Trees;
    private measures!: Measures;
    private pins!: Pins;
    private section!: Section;
    private flatEdges!: Edges;
    private last: Before | null = null;
    private cutting = false;
    private tool: string | null = null;
    private readonly leaving = new AbortController();

    connectedCallback() {
        const orientation = new Orientation(this.dataset.front!, this.dataset.up!);
        this.section = new Section(orientation);
        this.flatEdges = new Edges(this.find(".viewer-flat"), orientation, this.dataset.sides!);
        const edges = new Edges(this.find(".viewer-stage"), orientation, this.dataset.sides!);
        try {
            this.stage = new Stage(this.find(".viewer-stage"), orientation, () => {
                edges.show(...this.stage.sides);
                this.measures?.move();
                this.pins?.move();
                this.turnSides();
                this.dispatchEvent(new Event("drawn"));
            });
        } catch {
            this.classList.add("viewer-without");
            return this.say(this.dataset.unsupported!);
        }

        this.trees = new Trees(this.dataset.tree!);
        this.layers = [...this.querySelectorAll<HTMLElement>(".viewer-layers [data-mesh]:not([data-mesh=''])")].map(line => new Layer(line));
        this.measures = new Measures(this.stage, this.find(".viewer-measures"), (kind, value) => fill(kind === "distance" ? this.dataset.millimetres! : this.dataset.degrees!, value));
        this.pins = new Pins(this.stage, this.layers, () => this.cutting ? this.section : null);
        this.stage.add(this.section.group, ...this.layers.map(layer => layer.group));
        this.find(".viewer-tools").hidden = false;
        this.listen();
        void this.load();
    }

    disconnectedCallback() {
        this.leaving.abort();
        this.trees?.end();
        this.stage?.end();
    }

    /** All coarse first, so that there is a picture at once; then whole. */
    private async load() {
        this.say(this.dataset.loading!);
        await Promise.all(this.layers.map(layer => this.fetch(layer, "resumo")));
        this.stage.frame(boxOf(this.layers));
        this.stage.look("front");
        this.listComments();
        const isWeak = matchMedia("(pointer: coarse)").matches && this.layers.reduce((sum, layer) => sum + layer.triangles, 0) > phoneLimit;
        if (isWeak) return this.say(this.dataset.weak!);

        this.say(this.dataset.sharpening!);
        for (const layer of this.layers) await this.fetch(layer, "inteira");
        if (this.layers.every(layer => layer.isWhole)) this.say(this.dataset.ready!);
        this.toggleAttribute("ready", true);
    }

    private async fetch(layer: Layer, detail: "resumo" | "inteira") {
        try {
            await layer.fetch(detail, this.trees, this.leaving.signal);
            this.stage.draw();
        } catch (failure) {
            if (!this.leaving.signal.aborted) this.say(fill(failure instanceof Altered ? this.dataset.altered! : this.dataset.failed!, layer.name));
        }
    }

    private listen() {
        const canvas = this.stage.renderer.domElement;
        canvas.addEventListener("webglcontextlost", event => (event.preventDefault(), this.say(this.dataset.lost!)));
        canvas.addEventListener("webglcontextrestored", () => (this.say(this.dataset.ready!), this.stage.draw()));
        let down: readonly [number, number] = [0, 0];
        canvas.addEventListener("pointerdown", event => down = [event.clientX, event.clientY]);
        canvas.addEventListener("click", event => {
            // Who turned the model did not mean a place.
            if (Math.hypot(event.clientX - down[0], event.clientY - down[1]) < 6) this.pick(event.clientX, event.clientY);
        });
        this.addEventListener("keydown", event => {
            if (event.key === "Escape" && this.tool && this.tool !== "cut") this.choose(null);
            // Whoever has no pointer picks what lies in the middle.
            if (event.key === "Enter" && event.target === this.stage.place && this.tool) {
                const { left, top, width, height } = canvas.getBoundingClientRect();
                this.pick(left + width / 2, top + height / 2);
                event.preventDefault();
            }
        });
        this.addEventListener("click", event => this.press((event.target as Element).closest<HTMLElement>("button")));
        this.addEventListener("input", event => this.change(event.target as HTMLInputElement));
        this.addEventListener("submit", event => {
            const form = event.target as HTMLFormElement;
            if (form.matches(".comment-form")) this.writePin();
            if (!this.hasAttribute("stays")) return;
            event.preventDefault();
            void this.comment(form);
        });
    }

    private press(button: HTMLElement | null) {
        if (!button) return;
        const { viewName, tool, compare, cutAxis, clear, fullScreen, showComment } = button.dataset;
        if (viewName) this.stage.look(viewName);
        else if (tool === "cut") this.cut(!this.cutting);
        else if (tool) this.choose(this.tool === tool ? null : tool);
        else if (compare) void this.compare(compare, button.getAttribute("aria-pressed") !== "true");
        else if (cutAxis) this.turnCut(cutAxis);
        else if (clear !== undefined) this.measures.clear();
        else if (fullScreen !== undefined) void (document.fullscreenElement ? document.exitFullscreen() : this.requestFullscreen());
        else if (showComment !== undefined) this.show(button.closest<HTMLElement>("[data-comment]")!);
        else return;
        this.stage.draw();
    }

    private change(input: HTMLInputElement) {
        const layer = this.layers.find(one => one.id === input.closest<HTMLElement>("[data-layer]")?.dataset.layer);
        if (layer && input.matches("[data-visible]")) layer.isVisible = input.checked;
        else if (layer && input.matches("[data-fade]")) layer.fade(Number(input.value));
        else if (input.matches("[data-cut-at]")) this.section.place(boxOf(this.layers), Number(input.value));
        else if (input.matches("[data-cut-hides]")) this.section.hides = input.checked;
        else return;
        if (this.cutting) this.redrawCut();
        this.stage.draw();
    }

    private choose(tool: string | null) {
        this.tool = tool;
        for (const button of this.querySelectorAll<HTMLElement>("[data-tool]:not([data-tool=cut])")) button.setAttribute("aria-pressed", String(button.dataset.tool === tool));
        this.stage.place.classList.toggle("viewer-picks", tool !== null);
        this.measures.drop();
        if (tool === "distance" || tool === "angle") this.measures.begin(tool as Kind);
        this.say(tool === null ? "" : tool === "pin" ? this.dataset.pickPin! : this.dataset.pickFirst!);
        if (tool) this.stage.place.focus({ preventScroll: tool !== "pin" });
    }

    private pick(x: number, y: number) {
        if (!this.tool) return;
        const ray = this.stage.ray(x, y);
        const planes = this.cutting ? this.section.clipping : [];
        const met = this.layers.filter(layer => layer.isVisible).map(layer => ({ layer, at: layer.meet(ray, planes) })).filter(hit => hit.at !== null)
            .sort((a, b) => a.at!.distanceTo(ray.origin) - b.at!.distanceTo(ray.origin))[0];
        if (!met) return;

        if (this.tool !== "pin") {
            const isDone = this.measures.pick(met.at!);
            if (isDone) this.measures.begin(this.tool as Kind);
            this.say(isDone ? this.dataset.pickFirst! : this.dataset.pickNext!);
            return;
        }

        this.pinned = { layer: met.layer.id, at: met.at!.toArray() };
        this.pins.mark(this.pinned.at);
        this.choose(null);
        this.say(this.dataset.pinned!);
        this.querySelector<HTMLElement>("#comment-text")?.focus();
    }

    private pinned: { layer: string; at: Place } | null = null;

    private async comment(form: HTMLFormElement) {
        const refused = await sendComment(form).catch(() => this.dataset.notKept!);
        this.say(refused ?? "");
        if (refused !== null) return;
        if (form.matches(".comment-form")) {
            form.reset();
            this.pinned = null;
            this.pins.mark(null);
        } else form.querySelector("textarea")?.form?.reset();
        await this.reread();
        this.dispatchEvent(new Event("commented"));
    }

    /** What the author sees goes with the comment. */
    private writePin() {
        const field = this.querySelector<HTMLInputElement>("[name='Input.Pin']")!;
        field.value = JSON.stringify({ layer: null, at: null, ...this.pinned, view: this.view });
    }

    get view(): View {
        return {
            eye: this.stage.eye,
            hidden: this.layers.filter(layer => !layer.wanted).map(layer => layer.id),
            faded: Object.fromEntries(this.layers.map(layer => [layer.id, layer.opacity])),
            cut: this.cutting ? { ...this.section.plane, hides: this.section.hides } : null,
        };
    }

    set view(view: View) {
        const { eye, ...shown } = this.view;
        const { eye: from, ...wanted } = view;
        if (JSON.stringify(shown) !== JSON.stringify(wanted)) this.showAs(view);
        if (JSON.stringify(eye) !== JSON.stringify(from)) this.stage.eye = from;
    }

    /** The comments as they are now, with what is being written kept. */
    async reread() {
        if (!await freshComments(this, this.dataset.comments!)) return;
        this.pins.clear();
        this.listComments(false);
    }

    private showAs(view: View) {
        for (const layer of this.layers) {
            layer.isVisible = !view.hidden.includes(layer.id);
            layer.fade(view.faded[layer.id] ?? layer.opacity);
            const line = this.find(`[data-layer="${CSS.escape(layer.id)}"]`);
            line.querySelector<HTMLInputElement>("[data-visible]")!.checked = layer.wanted;
            line.querySelector<HTMLInputElement>("[data-fade]")!.value = String(layer.opacity);
        }

        if (view.cut) {
            this.section.plane = { normal: view.cut.normal, at: view.cut.at };
            this.section.hides = view.cut.hides;
        }

        this.cut(view.cut !== null);
    }

    private listComments(isFirst = true) {
        for (const comment of this.querySelectorAll<HTMLElement>("[data-comment]")) {
            const { comment: number, at, view, open } = comment.dataset;
            if (view) comment.querySelector<HTMLElement>("[data-show-comment]")!.hidden = false;
            if (at) this.pins.add(number!, at.split(" ").map(Number) as unknown as Place, open === "yes", () => {
                this.show(comment);
                comment.scrollIntoView({ block: "nearest" });
            });
        }

        for (const button of this.querySelectorAll<HTMLElement>("[data-tool=pin]")) button.hidden = false;
        const asked = isFirst && location.hash && this.querySelector<HTMLElement>(`${location.hash.replace(/[^#\w-]/g, "")}[data-view]`);
        if (asked) this.show(asked);
    }

    private show(comment: HTMLElement) {
        for (const other of this.querySelectorAll(".comment-shown")) other.classList.remove("comment-shown");
        comment.classList.add("comment-shown");
        if (comment.dataset.view) this.view = JSON.parse(comment.dataset.view) as View;
        this.stage.place.scrollIntoView({ block: "nearest" });
    }

    private cut(isOn: boolean) {
        if (isOn && !this.cutting && this.section.group.children.length === 0 && this.section.plane.at === 0) this.section.place(boxOf(this.layers), 0.5);
        this.cutting = isOn;
        this.find(".viewer-cut").hidden = !isOn;
        this.find("[data-tool=cut]").setAttribute("aria-pressed", String(isOn));
        this.redrawCut();
    }

    private turnCut(axis: string) {
        this.section.plane = { ...this.section.plane, normal: this.stage.orientation.planes[axis] ?? this.stage.facing };
        this.section.place(boxOf(this.layers), 0.5);
        this.redrawCut();
    }

    /** One looks at the other side of the cut now: that side is hidden instead. */
    private turnSides() {
        const isFromBehind = dot(this.section.plane.normal, this.stage.facing) < 0;
        if (!this.cutting || isFromBehind === this.section.isFromBehind) return;
        this.section.isFromBehind = isFromBehind;
        this.redrawCut();
    }

    private redrawCut() {
        const planes = this.cutting ? this.section.clipping : [];
        for (const layer of this.layers) layer.clip(planes);
        const cutLayers = this.cutting ? this.section.draw(this.layers) : (this.section.clear(), []);
        const list = this.find(".viewer-areas");
        list.replaceChildren();
        if (this.cutting) {
            this.find<HTMLInputElement>("[data-cut-at]").value = String(this.section.shareIn(boxOf(this.layers)));
            this.find<HTMLInputElement>("[data-cut-hides]").checked = this.section.hides;
            drawFlat(this.find<SVGSVGElement & HTMLElement>(".viewer-section"), cutLayers);
            this.flatEdges.show(...this.section.axes);
            for (const { layer, outline } of cutLayers) this.line(list, layer, layer.isClosed ? fill(this.dataset.area!, number(outline.area, 1)) : this.dataset.openShell!);
            if (cutLayers.length === 0) list.append(Object.assign(document.createElement("li"), { textContent: this.dataset.noCut! }));
        }
        this.stage.draw();
    }

    private async compare(how: string, isOn: boolean) {
        this.last ??= new Before(this.find("[data-before]"), this.trees, this.leaving.signal);
        const aside = this.find(".viewer-stage-before");
        this.last.end(aside, this.stage);
        for (const button of this.querySelectorAll<HTMLElement>("[data-compare]")) button.setAttribute("aria-pressed", String(isOn && button.dataset.compare === how));
        this.measures.clear();
        if (!isOn) return this.say("");
        this.say(this.dataset.comparing!);
        if (how === "beside") await this.last.beside(aside, this.stage);
        else await this.last.over(this.stage);
        for (const { layer, most } of await this.last.apart(this.layers, how === "over")) this.line(this.find(".viewer-measures"), layer, fill(this.dataset.apart!, number(most, 2)));
        this.stage.draw();
        this.say("");
    }

    private line(list: HTMLElement, layer: Layer, words: string) {
        const line = list.appendChild(document.createElement("li"));
        line.append(Object.assign(document.createElement("strong"), { textContent: layer.name }), `: ${words}`);
    }

    private say(words: string) {
        const state = this.find(".viewer-state");
        state.textContent = words;
        state.classList.toggle("viewer-state-quiet", words === this.dataset.ready || words === "");
    }

    private find<T extends HTMLElement = HTMLElement>(selector: string): T {
        return this.querySelector<T>(selector)!;
    }
}

const fill = (words: string, value: string) => words.replace("{0}", value);

const number = (value: number, digits: number) => value.toLocaleString(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });

customElements.define("case-viewer", CaseViewer);
