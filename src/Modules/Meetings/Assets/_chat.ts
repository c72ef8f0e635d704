// What is written in the room. A line appears once, whoever brings it, and stays where it was if it could not be sent.

import type { Written } from "./_line";

export class Chat {
    private readonly known = new Set<string>();
    private readonly list: HTMLElement;
    private readonly text: HTMLTextAreaElement;

    constructor(private readonly room: HTMLElement, private readonly say: (text: string) => Promise<Written>) {
        this.list = room.querySelector("[data-lines]")!;
        this.text = room.querySelector("textarea[data-text]")!;
        this.text.addEventListener("keydown", event => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void this.send();
        });
    }

    add(lines: readonly Written[], isNew: boolean) {
        for (const line of lines) {
            if (this.known.has(line.id)) continue;
            this.known.add(line.id);
            const item = (this.room.querySelector<HTMLTemplateElement>("template[data-line]")!.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
            item.classList.toggle("room-line-own", line.own);
            const at = new Date(line.at);
            item.querySelector("[data-name]")!.textContent = line.own ? this.room.dataset.you! : line.name;
            item.querySelector("time")!.dateTime = line.at;
            item.querySelector("time")!.textContent = at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
            item.querySelector("[data-text]")!.textContent = line.text;
            this.list.append(item);
            if (isNew && !line.own) this.room.querySelector("[data-written]")!.textContent = this.room.dataset.writes!.replace("{0}", line.name).replace("{1}", line.text);
        }

        this.list.scrollTop = this.list.scrollHeight;
    }

    async send() {
        const text = this.text.value.trim();
        if (text === "") return this.text.focus();
        const said = this.room.querySelector("[data-chat-said]")!;
        try {
            this.add([await this.say(text)], true);
            this.text.value = "";
            said.textContent = "";
        } catch {
            said.textContent = this.room.dataset.notSent!;
        }

        this.text.focus();
    }
}
