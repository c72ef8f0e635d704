// The person's own account: passkeys, which only a script can ask the device for, and the printing of recovery codes.

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) button.addEventListener("click", () => print());

const forms = document.querySelectorAll<HTMLFormElement>("form[data-passkey]");
if ("PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential)
    for (const form of forms) {
        form.hidden = false;
        form.addEventListener("submit", event => void ask(event));
    }

/** Fetches what the device is to be asked, asks it, and sends its answer with the form. */
async function ask(event: SubmitEvent) {
    const form = event.currentTarget as HTMLFormElement;
    const credential = form.elements.namedItem("credential") as HTMLInputElement;
    const name = form.querySelector<HTMLInputElement>("input[required]");
    if (credential.value !== "" || name?.value.trim() === "") return;

    event.preventDefault();
    const refusal = form.querySelector<HTMLElement>("[data-passkey-refusal]")!;
    refusal.hidden = true;
    try {
        credential.value = JSON.stringify(await answerOf(form));
        form.requestSubmit();
    } catch {
        refusal.textContent = refusal.dataset.passkeyRefusal!;
        refusal.hidden = false;
    }
}

async function answerOf(form: HTMLFormElement): Promise<Credential | null> {
    const address = new URL(form.action);
    address.searchParams.set("handler", "Options");
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>) });
    if (!answer.ok) throw new Error(`The site answered ${answer.status}.`);

    const options = await answer.json();
    return form.dataset.passkey === "create"
        ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
