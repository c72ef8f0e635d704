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
    /** Whether the browser has the file; false where there was no room. */
    isKept: boolean;
}

const open = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("percurso-envios", 2);
    request.onupgradeneeded = () => {
        for (const name of request.result.objectStoreNames) request.result.deleteObjectStore(name);
        request.result.createObjectStore("sending", { keyPath: "id" });
        // Apart from what changes each second: the browser writes a file anew whenever its record is written.
        request.result.createObjectStore("file");
    };
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
    return run("sending", "readonly", store => store.getAll() as IDBRequest<Sending[]>);
}

export async function find(id: string): Promise<Sending | undefined> {
    return run("sending", "readonly", store => store.get(id) as IDBRequest<Sending | undefined>);
}

export async function fileOf(id: string): Promise<Blob | undefined> {
    return run("file", "readonly", store => store.get(id) as IDBRequest<Blob | undefined>);
}

/** Keeps it with its file, or without where there is no room. */
export async function keep(sending: Omit<Sending, "isKept">, file: Blob) {
    const isKept = await run("file", "readwrite", store => store.put(file, sending.id)).then(() => true, () => false);
    await put({ ...sending, isKept });
}

async function put(sending: Sending) {
    await run("sending", "readwrite", store => store.put(sending));
}

/** Changes what is there; nothing where it is gone. */
export async function change(id: string, values: Partial<Sending>) {
    const known = await find(id);
    if (known) await put({ ...known, ...values });
}

export async function forget(id: string) {
    await run("sending", "readwrite", store => store.delete(id));
    await run("file", "readwrite", store => store.delete(id));
}

async function run<T>(name: "sending" | "file", mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const transaction = (await open).transaction(name, mode);
    const request = ask(transaction.objectStore(name));
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error ?? request.error);
        transaction.onerror = () => reject(transaction.error ?? request.error);
    });
}
