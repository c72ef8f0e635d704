// Sends one file as a browser's program does, by tus-js-client, and says how often it had to ask again.
//   node send.mjs FILE ENDPOINT COOKIE SUBJECT SLOT

import { readFileSync } from "node:fs";
import { Upload } from "tus-js-client";

const [file, endpoint, cookie, subject, slot] = process.argv.slice(2);
let retries = 0;
const upload = new Upload(readFileSync(file), {
    endpoint,
    headers: { Cookie: cookie },
    metadata: { purpose: "case", subject, slot, filename: "serie.zip" },
    chunkSize: 32 * 1024 * 1024,
    // As the page does: a server that is away when it is asked must not make this begin anew.
    onUploadUrlAvailable: () => { upload.options.endpoint = null; },
    retryDelays: Array.from({ length: 400 }, () => 150),
    onShouldRetry: () => ++retries < 400,
    onError: error => {
        console.error(error.message);
        process.exit(1);
    },
    onSuccess: () => console.log(JSON.stringify({ path: new URL(upload.url).pathname, retries })),
});
upload.start();
