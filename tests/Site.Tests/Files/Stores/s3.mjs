// An S3 service on this machine, with one bucket, "files", that lies in a folder. Says its port; ends when its input does.
//   node s3.mjs FOLDER PORT

import S3rver from "s3rver";

const [directory, port] = process.argv.slice(2);
const service = new S3rver({ port: Number(port), address: "127.0.0.1", silent: true, directory, configureBuckets: [{ name: "files" }] });
console.log((await service.run()).port);
process.stdin.resume();
process.stdin.on("end", () => process.exit());
