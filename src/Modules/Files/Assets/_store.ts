// What is being sent, kept in the browser (IndexedDB) so that it outlives the page, the tab and the machine's sleep. Where there is room the file
// itself is kept with it; else the person is asked to pick it again. What has come is forgotten at once.

export type State = "waiting" | "sending" | "paused" | "lost" | "failed";

export interface Sending {
    id: string;
    purpose: string;
    subject: string;
    slot: string;
    /** What the dock calls it: case and slot. */
    title: string;
    name: string;
    size: number;
    modified: number;
    state: State;
    /** Bytes that the site has, as far as known. */
    sent: number;
    /** Where it goes on; absent until the site has begun it. */
    address?: string;
    /** What was wrong, in the site's words. */
    error?: string;
    /** Absent where the browser could not keep it. */
    file?: Blob;
}

const open = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("percurso-envios", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("sending", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
});

const channel = new BroadcastChannel("percurso-envios");

/** Calls back whenever this tab or another changed something. */
export function watch(changed: () => void) {
    channel.addEventListener("message", changed);
    addEventListener("percurso-envios", changed);
}

export function tell() {
    channel.postMessage("changed");
    dispatchEvent(new Event("percurso-envios"));
}

export async function all(): Promise<Sending[]> {
    return run("readonly", store => store.getAll() as IDBRequest<Sending[]>);
}

export async function find(id: string): Promise<Sending | undefined> {
    return run("readonly", store => store.get(id) as IDBRequest<Sending | undefined>);
}

/** Keeps it with its file, or without where there is no room. */
export async function keep(sending: Sending) {
    try {
        await run("readwrite", store => store.put(sending));
    } catch {
        const { file: _, ...rest } = sending;
        await run("readwrite", store => store.put(rest));
    }
}

/** Changes what is there; nothing where it is gone. */
export async function change(id: string, values: Partial<Sending>) {
    const known = await find(id);
    if (known) await keep({ ...known, ...values });
}

export async function forget(id: string) {
    await run("readwrite", store => store.delete(id));
}

async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await open).transaction("sending", mode);
    const request = ask(transaction.objectStore("sending"));
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? request.error);
        transaction.onerror = () => reject(transaction.error ?? request.error);
    });
}
