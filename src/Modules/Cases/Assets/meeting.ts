// Times in the zone of whoever reads: the server writes them in the company's, and says so.

const page = document.querySelector<HTMLElement>("[data-zone]");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (page && zone && page.dataset.zone !== zone) show(page, zone);

function show(page: HTMLElement, timeZone: string) {
    const language = document.documentElement.lang || "pt-BR";
    const clock = new Intl.DateTimeFormat(language, { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "full" });

    const said = page.querySelector<HTMLElement>("[data-zone-said]");
    if (said) said.textContent = page.dataset.zoneWords!.replace("{0}", timeZone === "America/Sao_Paulo" ? "Brasília" : timeZone.split("/").at(-1)!.replaceAll("_", " "));
    for (const time of page.querySelectorAll<HTMLTimeElement>("time[data-full]")) {
        const moment = new Date(time.dateTime);
        time.textContent = `${day.format(moment)}, ${clock.format(moment)}`;
    }
    // What is said by the day's name was said of the company's day; "há 5 min" is true everywhere.
    const short = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });
    for (const time of page.querySelectorAll<HTMLTimeElement>("time[title]")) {
        const moment = new Date(time.dateTime);
        time.title = `${day.format(moment)}, ${clock.format(moment)}`;
        if (Math.abs(Date.now() - moment.getTime()) >= 3_600_000) time.textContent = short.format(moment);
    }
    for (const form of page.querySelectorAll<HTMLFormElement>("form.times-form")) regroup(form, moment => day.format(moment), moment => clock.format(moment));
}

/** Late in one zone is another day in the next: the chips move to the day they are on here. */
function regroup(form: HTMLFormElement, dayOf: (moment: Date) => string, clockOf: (moment: Date) => string) {
    const chips = [...form.querySelectorAll<HTMLElement>(".time-chip")];
    const [model] = form.querySelectorAll<HTMLElement>(".times-day");
    if (!model) return;

    const end = form.querySelector(":scope > div");
    for (const old of form.querySelectorAll(".times-day")) old.remove();
    const days = new Map<string, HTMLElement>();
    for (const chip of chips) {
        const moment = new Date(chip.querySelector("input")!.value);
        const said = dayOf(moment);
        const group = days.get(said) ?? model.cloneNode(true) as HTMLElement;
        if (!days.has(said)) {
            group.querySelector("legend")!.textContent = said;
            group.querySelector(".times-row")!.replaceChildren();
            form.insertBefore(group, end);
            days.set(said, group);
        }
        chip.querySelector("[data-clock]")!.textContent = clockOf(moment);
        group.querySelector(".times-row")!.append(chip);
    }
}
