// <rich-text><textarea>…</textarea></rich-text>: the Markdown of the textarea, edited as one sees it. The textarea stays what the form
// sends. What the schema knows is what the page will show: no pictures, no HTML.

import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { defaultMarkdownSerializer, MarkdownParser, schema as commonMark } from "prosemirror-markdown";
import MarkdownIt from "markdown-it";
import { Schema, type MarkType, type NodeSpec } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { EditorState, type Command } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

// The page has its own h1, so that headings of a text begin at h2; here they do too.
const heading: NodeSpec = {
    ...commonMark.spec.nodes.get("heading"),
    content: "inline*",
    parseDOM: [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}`, attrs: { level: Math.max(1, level - 1) } })),
    toDOM: node => [`h${Math.min(6, (node.attrs.level as number) + 1)}`, 0],
};
const schema = new Schema({ nodes: commonMark.spec.nodes.remove("image").update("heading", heading), marks: commonMark.spec.marks });

const reader = new MarkdownParser(schema, MarkdownIt("commonmark", { html: false }).disable("image"), {
    blockquote: { block: "blockquote" },
    paragraph: { block: "paragraph" },
    list_item: { block: "list_item" },
    bullet_list: { block: "bullet_list", getAttrs: () => ({ tight: true }) },
    ordered_list: { block: "ordered_list", getAttrs: token => ({ order: Number(token.attrGet("start")) || 1, tight: true }) },
    heading: { block: "heading", getAttrs: token => ({ level: Number(token.tag.slice(1)) }) },
    code_block: { block: "code_block", noCloseToken: true },
    fence: { block: "code_block", getAttrs: token => ({ params: token.info || "" }), noCloseToken: true },
    hr: { node: "horizontal_rule" },
    hardbreak: { node: "hard_break" },
    em: { mark: "em" },
    strong: { mark: "strong" },
    link: { mark: "link", getAttrs: token => ({ href: token.attrGet("href"), title: token.attrGet("title") || null }) },
    code_inline: { mark: "code", noCloseToken: true },
});

const { nodes, marks } = schema;
const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break!.create()).scrollIntoView());
    return true;
});
const commands: Record<string, Command> = {
    bold: toggleMark(marks.strong!),
    italic: toggleMark(marks.em!),
    heading: headingOr(1),
    subheading: headingOr(2),
    list: listOr("bullet_list"),
    numbers: listOr("ordered_list"),
    quote: (state, dispatch, view) => lift(state) && isWithin(state, "blockquote") ? lift(state, dispatch) : wrapIn(nodes.blockquote!)(state, dispatch, view),
    undo,
    redo,
};

class RichText extends HTMLElement {
    #view?: EditorView;

    connectedCallback() {
        const area = this.querySelector("textarea");
        const tools = document.querySelector<HTMLTemplateElement>("template#rich-text-tools")?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
        if (!area || !tools || this.#view) return;

        area.hidden = true;
        this.append(tools);
        const text = this.appendChild(document.createElement("div"));
        text.className = "rich-text";
        this.#view = new EditorView(text, {
            state: EditorState.create({ doc: reader.parse(area.value), plugins: plugins(() => this.#openLink()) }),
            attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": `${area.id}-label`, class: "prose" },
            dispatchTransaction: change => {
                const view = this.#view!;
                view.updateState(view.state.apply(change));
                this.#mark();
                if (!change.docChanged) return;
                area.value = defaultMarkdownSerializer.serialize(view.state.doc, { tightLists: true });
                area.dispatchEvent(new Event("input", { bubbles: true }));
            },
        });
        document.getElementById(`${area.id}-label`)?.addEventListener("click", () => this.#view?.focus());
        this.#wire(tools);
        this.#mark();
    }

    disconnectedCallback() {
        this.#view?.destroy();
        this.#view = undefined;
        this.querySelector(".rich-text-tools")?.remove();
        this.querySelector(".rich-text")?.remove();
    }

    // One stop of the Tab key for the whole bar, arrows within it.
    #wire(tools: HTMLElement) {
        const buttons = [...tools.querySelectorAll<HTMLButtonElement>("[data-do]")];
        buttons.forEach((button, at) => {
            button.tabIndex = at === 0 ? 0 : -1;
            button.addEventListener("mousedown", event => event.preventDefault());
            button.addEventListener("click", () => button.dataset.do === "link" ? this.#openLink() : this.#run(commands[button.dataset.do!]!));
            button.addEventListener("keydown", event => {
                const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
                if (step === 0) return;
                const next = buttons[(at + step + buttons.length) % buttons.length]!;
                for (const other of buttons) other.tabIndex = other === next ? 0 : -1;
                next.focus();
            });
        });
        const link = tools.querySelector<HTMLElement>(".rich-text-link")!;
        link.querySelector("[data-link=set]")!.addEventListener("click", () => this.#setLink(link.querySelector("input")!.value.trim()));
        link.querySelector("[data-link=remove]")!.addEventListener("click", () => this.#setLink(""));
        link.addEventListener("keydown", event => {
            if (event.key === "Enter") {
                event.preventDefault();
                this.#setLink(link.querySelector("input")!.value.trim());
            }
            if (event.key === "Escape") this.#closeLink();
        });
    }

    #run(command: Command) {
        command(this.#view!.state, this.#view!.dispatch, this.#view!);
        this.#view!.focus();
    }

    #openLink() {
        const link = this.querySelector<HTMLElement>(".rich-text-link")!;
        link.hidden = false;
        link.querySelector("input")!.value = (activeMark(this.#view!.state, marks.link!)?.attrs.href as string | undefined) ?? "";
        link.querySelector("input")!.focus();
        return true;
    }

    #closeLink() {
        this.querySelector<HTMLElement>(".rich-text-link")!.hidden = true;
        this.#view!.focus();
    }

    #setLink(href: string) {
        const { state, dispatch } = this.#view!;
        const { from, to, empty } = state.selection;
        if (href === "") dispatch(state.tr.removeMark(from, to, marks.link));
        else if (empty) dispatch(state.tr.insert(from, schema.text(href, [marks.link!.create({ href })])));
        else dispatch(state.tr.addMark(from, to, marks.link!.create({ href })));
        this.#closeLink();
    }

    #mark() {
        const state = this.#view!.state;
        const pressed: Record<string, boolean> = {
            bold: !!activeMark(state, marks.strong!),
            italic: !!activeMark(state, marks.em!),
            link: !!activeMark(state, marks.link!),
            heading: state.selection.$from.parent.attrs.level === 1,
            subheading: state.selection.$from.parent.attrs.level === 2,
            list: isWithin(state, "bullet_list"),
            numbers: isWithin(state, "ordered_list"),
            quote: isWithin(state, "blockquote"),
        };
        for (const button of this.querySelectorAll<HTMLButtonElement>("[data-do]"))
            if (button.dataset.do! in pressed) button.ariaPressed = String(pressed[button.dataset.do!]);
    }
}

function plugins(openLink: () => boolean) {
    return [
        inputRules({
            rules: [
                textblockTypeInputRule(/^(#{1,2})\s$/, nodes.heading!, match => ({ level: match[1]!.length })),
                wrappingInputRule(/^\s*([-*])\s$/, nodes.bullet_list!),
                wrappingInputRule(/^(\d+)\.\s$/, nodes.ordered_list!, match => ({ order: Number(match[1]) })),
                wrappingInputRule(/^\s*>\s$/, nodes.blockquote!),
            ],
        }),
        keymap({
            "Mod-b": commands.bold!, "Mod-i": commands.italic!, "Mod-k": openLink, "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo,
            "Shift-Enter": lineBreak, Enter: splitListItem(nodes.list_item!), "Mod-[": liftListItem(nodes.list_item!), "Mod-]": sinkListItem(nodes.list_item!),
        }),
        keymap(baseKeymap),
        history(),
    ];
}

function headingOr(level: number): Command {
    return (state, dispatch, view) =>
        setBlockType(state.selection.$from.parent.attrs.level === level ? nodes.paragraph! : nodes.heading!, { level })(state, dispatch, view);
}

function listOr(name: string): Command {
    return (state, dispatch, view) => isWithin(state, name) ? liftListItem(nodes.list_item!)(state, dispatch, view) : wrapInList(nodes[name]!, { tight: true })(state, dispatch);
}

function isWithin(state: EditorState, name: string) {
    for (let depth = state.selection.$from.depth; depth > 0; depth--) if (state.selection.$from.node(depth).type.name === name) return true;
    return false;
}

function activeMark(state: EditorState, type: MarkType) {
    const { $from, from, to, empty } = state.selection;
    if (empty) return type.isInSet(state.storedMarks ?? $from.marks());
    let found = undefined as ReturnType<MarkType["isInSet"]>;
    state.doc.nodesBetween(from, to, node => { found ??= type.isInSet(node.marks); });
    return found;
}

customElements.define("rich-text", RichText);
