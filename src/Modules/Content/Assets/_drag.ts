// Blocks are dragged by their grip, with a mouse, a pen or a finger. The keyboard has the buttons beside it.

export function dragBlocks(form: HTMLFormElement, moved: () => void) {
    form.addEventListener("pointerdown", event => {
        const grip = (event.target as Element).closest<HTMLElement>("[data-grip]");
        const block = grip?.closest<HTMLElement>(".editor-block");
        if (!grip || !block || event.button !== 0) return;

        event.preventDefault();
        grip.setPointerCapture(event.pointerId);
        block.dataset.dragged = "";
        let isMoved = false;

        const move = (at: PointerEvent) => {
            const others = [...block.parentElement!.querySelectorAll<HTMLElement>(":scope > .editor-block")];
            const place = others.indexOf(block);
            const above = others[place - 1], below = others[place + 1];
            if (above && at.clientY < middle(above)) { above.before(block); isMoved = true; }
            else if (below && at.clientY > middle(below)) { below.after(block); isMoved = true; }
        };
        const end = () => {
            delete block.dataset.dragged;
            grip.removeEventListener("pointermove", move);
            grip.removeEventListener("pointerup", end);
            grip.removeEventListener("pointercancel", end);
            if (isMoved) moved();
        };
        grip.addEventListener("pointermove", move);
        grip.addEventListener("pointerup", end);
        grip.addEventListener("pointercancel", end);
    });
}

function middle(block: HTMLElement) {
    const { top, height } = block.getBoundingClientRect();
    return top + height / 2;
}
