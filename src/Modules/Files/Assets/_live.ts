// The live part of a page that takes files: when one has come, `[data-live]` is read again every two seconds while something in it is being checked
// (`[data-checking]`). A number in `data-live` is how many times at most.

/** What was checked becomes something else a moment later, so the page is read a few times more. */
const afterwards = 3;

let waiting = 0;
const arrived = () => {
    const words = document.querySelector<HTMLElement>("[data-dock]")?.dataset.arrived ?? "";
    for (const state of document.querySelectorAll(".slot-state")) if (state.textContent) state.textContent = words;
    later(800, most(), afterwards);
};
addEventListener("percurso-chegada", arrived);
new BroadcastChannel("percurso-chegadas").addEventListener("message", arrived);
if (document.querySelector("[data-checking]")) later(2000, most(), afterwards);

function most() {
    return Number(document.querySelector<HTMLElement>("[data-live]")?.dataset.live) || Infinity;
}

function later(pause: number, times: number, more: number) {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void renew(times, more), pause);
}

/** Reads the page again and puts its live part in place of this one's, unless nobody looks, or the person has a camera open there or pages that are not sent. */
async function renew(times: number, more: number) {
    const live = document.querySelector<HTMLElement>("[data-live]");
    if (!live) return;
    if (document.hidden || live.querySelector("dialog[open], sheet-pages li")) {
        later(2000, times, more);
        return;
    }

    const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
    const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]") : null;
    if (fresh) replace(live, fresh);
    more = document.querySelector("[data-checking]") ? afterwards : more - 1;
    if (times > 1 && more > 0) later(2000, times - 1, more);
}

/** What the person had opened stays open, what they wrote stays written, and they stay where they were. */
function replace(live: HTMLElement, fresh: Element) {
    const at = document.activeElement;
    const focused = at?.closest("[id]")?.id;
    const opened = [...live.querySelectorAll("li[id] details[open]")].map(one => `#${CSS.escape(one.closest("[id]")!.id)} details.${one.className}`);
    const before = stands(live);
    const written = fieldsOf(live).filter(field => field === at || isWritten(field));

    live.replaceChildren(...fresh.childNodes);

    for (const field of written) putBack(field, field === at, fieldsOf(live));
    for (const one of opened) live.querySelector(one)?.setAttribute("open", "");
    const news = [...stands(live)].filter(([id, words]) => before.get(id) !== words).map(([, words]) => words);
    const said = document.querySelector("[data-live-said]");
    if (said && news.length > 0) said.textContent = news.join(". ");
    if (focused && !document.activeElement?.closest(`#${CSS.escape(focused)}`)) live.querySelector<HTMLElement>(`#${CSS.escape(focused)} input, #${CSS.escape(focused)} a`)?.focus({ preventScroll: true });
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(live: Element) {
    return [...live.querySelectorAll<Field>("input[name]:not([type=hidden], [type=file]), textarea[name], select[name]")];
}

function isWritten(field: Field) {
    return field instanceof HTMLSelectElement ? [...field.options].some(one => one.selected !== one.defaultSelected) : field.value !== field.defaultValue;
}

function putBack(old: Field, hasFocus: boolean, fields: Field[]) {
    const field = fields.find(one => asks(one) === asks(old));
    if (!field) return;
    field.value = old.value;
    if (!hasFocus) return;
    field.focus({ preventScroll: true });
    if (!(old instanceof HTMLSelectElement) && !(field instanceof HTMLSelectElement) && old.selectionStart !== null) field.setSelectionRange(old.selectionStart, old.selectionEnd);
}

/** What a field asks, and of what: its number in a list changes when something joins the list. */
function asks(field: Field) {
    const of = field.closest("fieldset")?.querySelector<HTMLInputElement>("input[type=hidden][name$='.Id']")?.value ?? "";
    return `${of} ${field.name.replace(/\[\d+\]/g, "[]")}`;
}

/** How each item stands, for those who do not see it change. */
function stands(live: HTMLElement) {
    const words = (item: Element) => [...item.querySelectorAll(".item-head, .item-told .status")].map(one => one.textContent!.replace(/\s+/g, " ").trim()).join(", ");
    return new Map([...live.querySelectorAll("li.item[id]")].map(item => [item.id, words(item)]));
}
