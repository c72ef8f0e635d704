// A payment that awaits its confirmation: the page asks now and then, and shows itself anew when something has happened.

const every = 5_000;
const patience = 10 * 60_000;

class PaymentWatch extends HTMLElement {
    #timer = 0;

    connectedCallback() {
        const since = Date.now();
        this.#timer = window.setInterval(() => {
            if (Date.now() - since > patience) clearInterval(this.#timer);
            else if (!document.hidden) void this.#look();
        }, every);
    }

    disconnectedCallback() {
        clearInterval(this.#timer);
    }

    async #look() {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
        if (!answer?.ok) return;

        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const now = page.querySelector("payment-watch");
        if (now?.textContent?.trim() !== this.textContent?.trim()) location.reload();
    }
}

customElements.define("payment-watch", PaymentWatch);

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) button.addEventListener("click", () => print());
