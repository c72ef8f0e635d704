// Comments without leaving the page: sent from here, read again from the page that lists them.

/** @returns what stands in the way, as the site says it; null when it was kept */
export async function sendComment(form: HTMLFormElement): Promise<string | null> {
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    if (answer.type === "opaqueredirect") return null;

    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const said = page.querySelector(".error-summary li, .error-summary p, .field-error")?.textContent?.trim();
    if (said) return said;
    throw new Error(`The site answers ${answer.status}.`);
}

/** Puts the list as it is now in the place of the old one; replies that are being written stay. @returns false where it could not be had */
export async function freshComments(viewer: HTMLElement, path: string): Promise<boolean> {
    const answer = await fetch(path);
    const fresh = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".viewer-comments") : null;
    const old = viewer.querySelector(".viewer-comments");
    if (!fresh || !old) return false;

    const focused = document.activeElement?.id;
    const written = [...old.querySelectorAll<HTMLTextAreaElement>("textarea")].filter(field => field.value !== "" || field.id === focused);
    old.replaceWith(document.adoptNode(fresh));
    for (const { id, value } of written) {
        const field = fresh.querySelector<HTMLTextAreaElement>(`#${CSS.escape(id)}`);
        if (!field) continue;
        field.value = value;
        field.closest("details")?.setAttribute("open", "");
        if (id === focused) field.focus();
    }

    return true;
}
