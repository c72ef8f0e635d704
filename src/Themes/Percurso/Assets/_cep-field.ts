// <cep-field street="id" district="id" city="id" uf="id">: once the input inside holds eight digits, the site is asked for their
// address and the fields of those ids are filled. What somebody typed is never overwritten, nor is the focus moved; what was
// filled is told to those who do not see it. Without script the fields are typed, or filled on the server.

type Address = { street: string | null; district: string | null; city: string | null; uf: string | null };
type Field = HTMLInputElement | HTMLSelectElement;

const parts = ["street", "district", "city", "uf"] as const;

const digitsOf = (text?: string) => text?.replace(/\D/g, "") ?? "";

class CepField extends HTMLElement {
    /** What was filled here, by part: it may be replaced while it still stands there. */
    private filled = new Map<string, string>();
    private asked = "";
    private asking?: AbortController;

    connectedCallback() {
        // What the page came with was filled on the server; what was typed before this ran was not.
        this.asked = digitsOf(this.querySelector("input")?.defaultValue);
        this.addEventListener("input", () => void this.look());
        void this.look();
    }

    disconnectedCallback() {
        this.asking?.abort();
    }

    private get digits() {
        return digitsOf(this.querySelector("input")?.value);
    }

    private async look() {
        const cep = this.digits;
        if (cep.length !== 8 || cep === this.asked) return;

        this.asked = cep;
        this.asking?.abort();
        this.asking = new AbortController();
        try {
            const answer = await fetch(`/enderecos/${cep}`, { headers: { Accept: "application/json" }, redirect: "error", signal: this.asking.signal });
            if (answer.ok) this.fill(await answer.json());
            else if (answer.status === 404) this.say(this.dataset.unknown!);
        } catch {
            // Offline, signed out, or overtaken by another CEP: the fields can be typed.
            if (this.asked === cep) this.asked = "";
        }
    }

    private fill(address: Address) {
        const told = parts.filter(part => this.put(part, address[part] ?? "")).map(part => address[part]);
        this.say(told.length === 0 ? "" : this.dataset.filled!.replace("{0}", told.join(", ")));
    }

    /** True when the field now says something new. */
    private put(part: (typeof parts)[number], text: string) {
        const field = document.getElementById(this.getAttribute(part) ?? "") as Field | null;
        const own = this.filled.get(part);
        if (!field || field.value === text || (field.value !== "" && field.value !== own)) return false;

        field.value = text;
        this.filled.set(part, text);
        field.dispatchEvent(new Event("change", { bubbles: true }));
        return text !== "";
    }

    private say(words: string) {
        this.querySelector("[role=status]")!.textContent = words;
    }
}

customElements.define("cep-field", CepField);
