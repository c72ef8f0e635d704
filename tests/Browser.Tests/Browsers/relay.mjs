// node relay.mjs ADDRESS PORT SECRET: a relay (TURN over UDP) that takes passes as coturn's use-auth-secret does. It says "ready", and ends with whoever started it.
import { createHmac } from "node:crypto";
import Turn from "node-turn";

const [address, port, secret] = process.argv.slice(2);
const passes = new Proxy({}, {
    get: (_, username) => Number(String(username).split(":")[0]) > Date.now() / 1000 ? createHmac("sha1", secret).update(String(username)).digest("base64") : undefined,
});
new Turn({ listeningIps: [address], relayIps: [address], listeningPort: Number(port), authMech: "long-term", realm: "percurso.test", credentials: passes, debugLevel: "OFF" }).start();
process.stdin.on("end", () => process.exit()).resume();
console.log("ready");
