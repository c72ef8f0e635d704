// The form of a case: a row for each tooth that is ticked, arrow keys on the chart, and the draft kept while one types.

const form = document.querySelector<HTMLFormElement>("form.case-form");
if (form) {
    const chart = form.querySelector<HTMLElement>("[data-teeth]")!;
    chart.addEventListener("change", event => follow(form, event.target as HTMLInputElement));
    chart.addEventListener("keydown", event => move(chart, event));
    chart.addEventListener("focusin", event => stopAt(chart, event.target as HTMLInputElement));
    stopAt(chart, chart.querySelector<HTMLInputElement>("input:checked") ?? chart.querySelector("input")!);
    form.addEventListener("change", event => choose(event.target as HTMLElement));
    for (const row of form.querySelectorAll<HTMLElement>(".implant-row")) show(row);
    for (const ticked of chart.querySelectorAll<HTMLInputElement>("input:checked")) follow(form, ticked);
    if (form.dataset.draft) keepDraft(form, form.dataset.draft);
}

/** Adds the row of a tooth that was ticked, removes that of one that no longer is; rows stay in the order of the teeth. */
function follow(form: HTMLFormElement, tooth: HTMLInputElement) {
    const rows = form.querySelector<HTMLElement>("[data-implants]")!;
    const known = rows.querySelector(`[data-tooth="${tooth.value}"]`);
    if (!tooth.checked) known?.remove();
    if (!tooth.checked || known) return;

    const template = form.querySelector<HTMLTemplateElement>("template[data-implant]")!;
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML.replaceAll("__i__", `t${tooth.value}`).replaceAll("__tooth__", tooth.value);
    const row = holder.firstElementChild as HTMLElement;
    const after = [...rows.querySelectorAll<HTMLElement>("[data-tooth]")].find(other => Number(other.dataset.tooth) > Number(tooth.value));
    rows.insertBefore(row, after ?? null);
    show(row);
}

function choose(changed: HTMLElement) {
    if (changed.matches("[data-we-choose]")) show(changed.closest<HTMLElement>(".implant-row")!);
}

/** Whoever leaves the choice to the company is not asked for the rest. */
function show(row: HTMLElement) {
    row.classList.toggle("is-ours", row.querySelector<HTMLInputElement>("[data-we-choose]")!.checked);
}

/** Tab comes to the chart once, where one was last; the arrows go on from there. */
function stopAt(chart: HTMLElement, tooth: HTMLInputElement) {
    for (const other of chart.querySelectorAll("input")) other.tabIndex = other === tooth ? 0 : -1;
}

/** Left and right along a row, up and down to the nearest tooth of the next one. */
function move(chart: HTMLElement, event: KeyboardEvent) {
    const here = event.target as HTMLInputElement;
    const rows = [...chart.querySelectorAll(".tooth-row")].map(row => [...row.querySelectorAll<HTMLInputElement>("input")]);
    const y = rows.findIndex(row => row.includes(here));
    const x = rows[y]?.indexOf(here) ?? -1;
    if (x < 0) return;

    const row = rows[y]!;
    const next = event.key === "ArrowRight" ? row[x + 1] : event.key === "ArrowLeft" ? row[x - 1]
        : event.key === "ArrowDown" ? across(row, x, rows[y + 1]) : event.key === "ArrowUp" ? across(row, x, rows[y - 1]) : undefined;
    if (!next) return;

    event.preventDefault();
    next.focus();
}

/** The tooth at the same distance from the midline, or the last there is on that side. */
function across(row: HTMLInputElement[], x: number, other: HTMLInputElement[] | undefined) {
    const fromMiddle = x - row.length / 2;
    return other?.[Math.min(Math.max(other.length / 2 + fromMiddle, 0), other.length - 1)];
}

function keepDraft(form: HTMLFormElement, address: string) {
    const state = form.querySelector<HTMLElement>("[data-draft-state]")!;
    let waiting = 0;
    let sent = false;
    form.addEventListener("submit", () => sent = true);
    form.addEventListener("input", () => {
        clearTimeout(waiting);
        waiting = window.setTimeout(() => void keep(), 1200);
    });
    addEventListener("pagehide", () => {
        if (waiting && !sent) navigator.sendBeacon(address, new FormData(form));
    });

    async function keep() {
        waiting = 0;
        try {
            const answer = await fetch(address, { method: "POST", headers: { accept: "application/json" }, body: new FormData(form) });
            state.textContent = (answer.ok ? form.dataset.saved : form.dataset.unsaved) ?? "";
        } catch {
            state.textContent = form.dataset.unsaved ?? "";
        }
    }
}
