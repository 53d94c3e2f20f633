import { connect, type Socket } from "node:net";

/** What to load: so many kept connections, each asking again as soon as it was answered. */
export type Load = { readonly port: number; readonly path: string; readonly connections: number; readonly ms: number };

/** Answers counted, those that were no 302 among them, and the time under which 99 of 100 came. */
export type Loaded = { readonly answers: number; readonly wrong: number; readonly p99Ms: number };

/** A browser's usual headers; a bare client would be taken for a robot. */
const HEADERS = [
  "User-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  "Accept: text/html,application/xhtml+xml",
  "Accept-Language: fr-FR,fr;q=0.9",
  "Sec-Fetch-Mode: navigate",
  "Sec-Fetch-Dest: document",
].join("\r\n");

/** A process of its own, on raw sockets: Node's own client would cost more than what it measures. */
process.on("message", (load: Load) => {
  run(load).then(
    (loaded) => process.send?.(loaded),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.once("disconnect", () => process.exit(0));

async function run({ port, path, connections, ms }: Load): Promise<Loaded> {
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n${HEADERS}\r\n\r\n`);
  const times: number[] = [];
  const until = performance.now() + ms;
  let wrong = 0;
  const one = (socket: Socket): Promise<void> =>
    new Promise((resolve, reject) => {
      let sentAt = 0;
      const send = (): void => {
        sentAt = performance.now();
        socket.write(request);
      };
      socket.on("error", reject);
      // No answer of either side has a body, so each arrives in one piece.
      socket.on("data", (chunk: Buffer) => {
        const now = performance.now();
        times.push(now - sentAt);
        if (chunk.toString("latin1", 9, 12) !== "302") wrong += 1;
        if (now < until) send();
        else {
          socket.destroy();
          resolve();
        }
      });
      socket.once("connect", send);
    });
  await Promise.all(Array.from({ length: connections }, () => one(connect(port, "127.0.0.1"))));
  times.sort((left, right) => left - right);
  return { answers: times.length, wrong, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
}
