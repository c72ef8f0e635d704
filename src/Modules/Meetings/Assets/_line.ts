// The line to the site: who is there, what browsers tell each other, what is written. It mends itself, and says meanwhile that it is broken.

import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

export interface Someone {
    readonly visit: string;
    readonly name: string;
    readonly isHost: boolean;
    readonly waits: boolean;
    readonly lost: boolean;
}

export interface Written {
    readonly id: string;
    readonly name: string;
    readonly at: string;
    readonly text: string;
    readonly own: boolean;
}

/** What the site answers to whoever comes, and to whoever says that they are there. */
export interface Entry {
    readonly state: "inside" | "waiting" | "not-yet" | "over" | "gone";
    readonly visit?: string;
    readonly isHost?: boolean;
    readonly people?: readonly Someone[];
    readonly lines?: readonly Written[];
}

/** What the site says unasked. */
export interface News {
    people(people: readonly Someone[]): void;
    "let-in"(entry: Entry): void;
    refused(): void;
    elsewhere(): void;
    ended(): void;
    signal(message: { readonly from: string; readonly body: string }): void;
    shared(message: { readonly from: string; readonly body: string }): void;
    line(line: Written): void;
}

export class Line {
    private readonly connection;
    /** The visit to take up again when the line was broken. */
    visit: string | null = null;

    constructor(path: string, news: News, private readonly answered: (entry: Entry) => void, private readonly isWhole: (whole: boolean) => void) {
        // Without a negotiation, whose next request another node might get.
        this.connection = new HubConnectionBuilder().withUrl(`${path}/linha`, { skipNegotiation: true, transport: HttpTransportType.WebSockets }).configureLogging(LogLevel.None)
            // For as long as the page is open: a tunnel, a lift, a router that starts anew.
            .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => [0, 500, 1000, 2000][previousRetryCount] ?? 4000 }).build();
        this.connection.serverTimeoutInMilliseconds = 20_000;
        this.connection.keepAliveIntervalInMilliseconds = 7_000;
        for (const name of Object.keys(news) as (keyof News)[]) this.connection.on(name, (json: string) => (news[name] as (body: unknown) => void)(JSON.parse(json)));
        this.connection.onreconnecting(() => this.isWhole(false));
        this.connection.onreconnected(async () => {
            this.isWhole(true);
            await this.enter();
        });
    }

    get stands() {
        return this.connection.state === HubConnectionState.Connected;
    }

    async open() {
        if (this.connection.state === HubConnectionState.Disconnected) await this.connection.start();
    }

    async enter() {
        const entry = await this.ask<Entry>("Enter", this.visit);
        this.visit = entry.visit ?? null;
        this.answered(entry);
    }

    /** Says that one is there, and hears what one may have missed. */
    async here() {
        if (this.stands) this.answered(await this.ask<Entry>("Here"));
    }

    async leave() {
        this.visit = null;
        if (this.stands) await this.connection.send("Leave").catch(() => undefined);
        await this.connection.stop();
    }

    /** While the page goes away there is no time to wait. */
    drop() {
        if (this.stands) void this.connection.send("Leave").catch(() => undefined);
    }

    /** @throws what the site answers when it does not do it */
    async ask<T>(method: string, ...what: unknown[]): Promise<T> {
        const answer = await this.connection.invoke<T & { readonly refused?: string } | null>(method, ...what);
        if (answer?.refused) throw new Error(answer.refused);
        return answer as T;
    }

    /** What is lost on the way is said again by whoever needs it. */
    say(method: string, ...what: unknown[]) {
        if (this.stands) void this.connection.send(method, ...what).catch(() => undefined);
    }
}
