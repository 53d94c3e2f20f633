import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The yardstick: what Node itself needs to answer every request with a redirect. */
const server = createServer((_, response) => {
  response.writeHead(302, { Location: "/brands/brume/scarf", "Content-Length": 0 }).end();
});
server.listen(0, "127.0.0.1", () => process.send?.({ ready: true, port: (server.address() as AddressInfo).port }));
process.once("disconnect", () => process.exit(0));
