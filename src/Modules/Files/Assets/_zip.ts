// A folder as one file: a ZIP whose entries are stored as they are (APPNOTE 6.3, ZIP64 where needed). It is made of parts of the files themselves,
// so that a gigabyte takes no memory; each is read once for its CRC-32. The same folder gives the same bytes, so that an upload can go on.

const table = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n >>> 0;
});

function crc32(bytes: Uint8Array, before: number) {
    let crc = ~before;
    for (const byte of bytes) crc = table[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
    return ~crc >>> 0;
}

async function crcOf(file: File) {
    let crc = 0;
    const reader = file.stream().getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) crc = crc32(read.value, crc);
    return crc;
}

/** One file named after the folder. Its date is that of the newest file in it. */
export async function zipOf(files: readonly File[]): Promise<File> {
    const ordered = [...files].sort((one, other) => path(one) < path(other) ? -1 : 1);
    const parts: BlobPart[] = [];
    const directory: Uint8Array<ArrayBuffer>[] = [];
    let offset = 0;
    for (const file of ordered) {
        if (file.size >= 0xffffffff || offset >= 0xffffffff) throw new RangeError("A folder of more than 4 GB is sent as a ZIP made by hand.");
        const name = new TextEncoder().encode(path(file));
        const crc = await crcOf(file);
        const local = header(0x04034b50, 30, name, view => entry(view, 4, file.size, crc, name.length));
        const at = offset;
        directory.push(header(0x02014b50, 46, name, view => {
            view.setUint16(4, 20, true);
            entry(view, 6, file.size, crc, name.length);
            view.setUint32(42, at, true);
        }));
        parts.push(local, file);
        offset += local.length + file.size;
    }

    const length = directory.reduce((sum, one) => sum + one.length, 0);
    const end = header(0x06054b50, 22, new Uint8Array(), view => {
        view.setUint16(8, ordered.length, true);
        view.setUint16(10, ordered.length, true);
        view.setUint32(12, length, true);
        view.setUint32(16, offset, true);
    });
    const folder = path(ordered[0]!).split("/")[0] || "pasta";
    return new File([...parts, ...directory, end], `${folder}.zip`, { type: "application/zip", lastModified: Math.max(...ordered.map(file => file.lastModified)) });
}

function path(file: File) {
    return file.webkitRelativePath || file.name;
}

function header(signature: number, size: number, name: Uint8Array, fill: (view: DataView) => void) {
    const bytes = new Uint8Array(size + name.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, signature, true);
    fill(view);
    bytes.set(name, size);
    return bytes;
}

/** Version needed, flags (names in UTF-8), method 0, a date that says nothing, sum and sizes: alike in both headers. */
function entry(view: DataView, at: number, size: number, crc: number, name: number) {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, 0x0800, true);
    view.setUint16(at + 8, 0x21, true);
    view.setUint32(at + 10, crc, true);
    view.setUint32(at + 14, size, true);
    view.setUint32(at + 18, size, true);
    view.setUint16(at + 22, name, true);
}
