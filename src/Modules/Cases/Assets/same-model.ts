// Both look at the same model: whoever shows it sends their view, the others follow until they turn the model themselves. Pins appear at once.

interface Viewer extends HTMLElement {
    view: unknown;
    reread(): Promise<void>;
}

type Message = { readonly kind: "lead"; readonly on: boolean } | { readonly kind: "view"; readonly view: unknown } | { readonly kind: "pins" };

interface Shared {
    readonly from: string;
    readonly name?: string;
    readonly message: Message;
}

/** Milliseconds between two views that are sent. */
const pause = 80;

const room = document.querySelector<HTMLElement>("meeting-room");
const viewer = document.querySelector<Viewer>("case-viewer");
const bar = document.querySelector<HTMLElement>("[data-same-model]");
if (room && viewer && bar) join(room, viewer, bar);

function join(room: HTMLElement, viewer: Viewer, bar: HTMLElement) {
    const lead = bar.querySelector<HTMLElement>("[data-lead]")!, follow = bar.querySelector<HTMLElement>("[data-follow]")!;
    let leading = false, following = true, last = "", timer = 0;
    let leader: { readonly visit: string; readonly name: string } | null = null, theirs: unknown = null;

    const share = (message: Message) => room.dispatchEvent(new CustomEvent("share", { detail: message }));
    const show = () => {
        lead.setAttribute("aria-pressed", String(leading));
        follow.setAttribute("aria-pressed", String(following));
        follow.hidden = leader === null;
        say(leading ? bar.dataset.leading! : leader ? (following ? bar.dataset.leads! : bar.dataset.led!).replace("{0}", leader.name) : "");
    };
    const say = (words: string) => bar.querySelector("[data-same-model-said]")!.textContent = words;
    const send = () => {
        timer = 0;
        const view = viewer.view, now = JSON.stringify(view);
        if (!leading || now === last) return;
        last = now;
        share({ kind: "view", view });
    };
    const take = () => {
        if (leader === null || !following || theirs === null) return;
        try {
            viewer.view = theirs;
        } catch {
            // Of a viewer that is newer or older than this page: it goes on by itself.
        }
    };

    viewer.addEventListener("drawn", () => {
        if (leading) timer ||= window.setTimeout(send, pause);
    });
    viewer.addEventListener("commented", () => share({ kind: "pins" }));
    for (const act of ["pointerdown", "wheel", "keydown"]) viewer.querySelector(".viewer-stage")!.addEventListener(act, event => {
        if (!leader || !following || event instanceof KeyboardEvent && event.key === "Tab") return;
        following = false;
        show();
    }, { passive: true });

    lead.addEventListener("click", () => {
        leading = !leading;
        if (leading) leader = null;
        last = "";
        share({ kind: "lead", on: leading });
        send();
        show();
    });
    follow.addEventListener("click", () => {
        following = !following;
        take();
        show();
    });

    room.addEventListener("inside", () => bar.hidden = false);
    room.addEventListener("outside", () => {
        bar.hidden = true;
        [leading, leader] = [false, null];
        show();
    });
    room.addEventListener("joined", () => {
        if (!leading) return;
        last = "";
        share({ kind: "lead", on: true });
        send();
    });
    room.addEventListener("left", event => {
        if ((event as CustomEvent<{ visit: string }>).detail.visit !== leader?.visit) return;
        leader = null;
        show();
    });
    room.addEventListener("shared", event => {
        const { from, name, message } = (event as CustomEvent<Shared>).detail;
        if (message.kind === "pins") {
            void viewer.reread();
            say(bar.dataset.commented!.replace("{0}", name ?? ""));
        } else if (message.kind === "lead" && !message.on) {
            if (leader?.visit === from) leader = theirs = null;
            show();
        } else if (message.kind === "lead" || leader?.visit !== from) {
            if (leader?.visit !== from) following = true;
            [leading, leader] = [false, { visit: from, name: name ?? "" }];
            show();
        }

        if (message.kind === "view") {
            theirs = message.view;
            take();
        }
    });
}
