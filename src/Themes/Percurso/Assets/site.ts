// What every page may use. Pages work without it: it spares a reload, opens dialogs where the browser does not yet, and
// keeps a form from being sent twice.

import "./_cep-field";

for (const form of document.querySelectorAll<HTMLFormElement>("form.theme-switch")) form.addEventListener("submit", chooseTheme);

async function chooseTheme(event: SubmitEvent) {
    const form = event.currentTarget as HTMLFormElement;
    const chosen = event.submitter as HTMLButtonElement;
    event.preventDefault();

    if (chosen.value === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen.value;
    document.querySelector("meta[name=color-scheme]")?.setAttribute("content", chosen.value === "auto" ? "light dark" : chosen.value);
    for (const button of document.querySelectorAll<HTMLButtonElement>("form.theme-switch button"))
        button.ariaPressed = String(button.value === chosen.value);

    await fetch(form.action, { method: "POST", body: new URLSearchParams({ theme: chosen.value, returnUrl: "/" }), redirect: "manual" });
}

// <button commandfor="id" command="show-modal">, where the browser does not know it yet.
if (!("commandForElement" in HTMLButtonElement.prototype))
    document.addEventListener("click", event => {
        const button = (event.target as Element).closest<HTMLButtonElement>("button[commandfor]");
        const dialog = button && document.getElementById(button.getAttribute("commandfor")!);
        if (!(dialog instanceof HTMLDialogElement)) return;
        if (button!.getAttribute("command") === "show-modal") dialog.showModal();
        if (button!.getAttribute("command") === "close") dialog.close();
    });

// A branch of the menu closes by Escape and by a press beside it.
document.addEventListener("keydown", event => {
    const open = event.key === "Escape" ? document.querySelector<HTMLDetailsElement>(".menu-branch[open]") : null;
    if (!open) return;
    open.open = false;
    open.querySelector("summary")!.focus();
});
document.addEventListener("pointerdown", event => {
    for (const open of document.querySelectorAll<HTMLDetailsElement>(".menu-branch[open]")) if (!open.contains(event.target as Node)) open.open = false;
});

document.addEventListener("submit", event => {
    const button = event.submitter;
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || !(button instanceof HTMLButtonElement) || form.method !== "post") return;
    // After the form's own values were taken, which a disabled button would not be among.
    setTimeout(() => { button.ariaBusy = "true"; });
});

// A page that comes back from the browser's memory is ready again.
addEventListener("pageshow", event => {
    if (!event.persisted) return;
    for (const button of document.querySelectorAll("button[aria-busy=true]")) button.ariaBusy = null;
});
