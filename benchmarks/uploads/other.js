// @tus/server with its file store, as its README says, and our rule on top: what is answered for is on the disk.
//   node other.js FOLDER PORT

import { closeSync, fsyncSync, openSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";

const [folder, port] = process.argv.slice(2);
const server = new Server({
    path: "/files",
    datastore: new FileStore({ directory: folder }),
    onUploadFinish: async (_, upload) => {
        const file = openSync(join(folder, upload.id), "r");
        fsyncSync(file);
        closeSync(file);
        return {};
    },
});
createServer((request, response) => server.handle(request, response)).listen(Number(port), "127.0.0.1");
