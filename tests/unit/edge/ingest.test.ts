import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import type { Instant } from "~/domain/kernel/branded";
import type { Contact, RecordedContact } from "~/domain/tracking/contact";
import { type Ingest, startIngest } from "~/edge/ingest";
import { runIngest } from "~/edge/ingest-loop";
import type { IngestReply } from "~/edge/ingest-messages";
import type { Log } from "~/ports/log";
import { until } from "~tests/support/until";

const LOG: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const recorded: RecordedContact = { kind: "recorded", touchId: "tch" as never, destination: "/", carried: null };

const contact = (slug: string): Contact => ({
  aim: { kind: "link", slug },
  at: 1 as Instant,
  visitorId: null,
  carried: null,
  sender: { unseen: null, device: "phone", inApp: null },
  referrer: null,
});

/** A thread that answers everything as recorded, and dies when it is told the slug `die`. */
const THREAD = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", (request) => {
    if (request.kind === "close") return parentPort.close();
    if (request.items.some((item) => item.contact?.aim.slug === "die")) process.exit(1);
    if (request.items.some((item) => item.contact?.aim.slug === "wait")) return;
    parentPort.postMessage({ kind: "answers", answers: request.items.map((item, at) =>
      [request.first + at, item.kind === "report" ? { kind: "taken" } : { kind: "recorded", touchId: item.contact.aim.slug, destination: "/", carried: null }]) });
  });
  parentPort.postMessage({ kind: "ready" });`;

let ingest: Ingest | undefined;
afterEach(async () => {
  await ingest?.close();
  ingest = undefined;
});

const start = async (): Promise<Ingest> => {
  ingest = await startIngest(() => new Worker(THREAD, { eval: true, execArgv: [] }), LOG);
  return ingest;
};

it("gives each its own answer", async () => {
  const { recordTouch, recordReport } = await start();
  const answers = await Promise.all([
    ...["a", "b", "c"].map((slug) => recordTouch(contact(slug))),
    recordReport({ at: 1 as Instant, visitorId: null, sender: contact("a").sender, rows: [] }),
  ]);
  expect(answers).toEqual([...["a", "b", "c"].map((touchId) => ({ ...recorded, touchId })), { kind: "taken" }]);
});

it("tells whoever waits to come again when the thread dies, and starts another", async () => {
  const { recordTouch } = await start();
  const waiting = recordTouch(contact("wait"));
  expect(await recordTouch(contact("die"))).toEqual({ kind: "busy" });
  expect(await waiting).toEqual({ kind: "busy" });
  expect(await recordTouch(contact("a"))).toEqual({ kind: "busy" });
  await until(async () => (await recordTouch(contact("a"))).kind === "recorded", { timeoutMs: 5_000 });
});

it("takes no more than it can finish", async () => {
  const { recordTouch } = await start();
  const many = Array.from({ length: 4_100 }, () => recordTouch(contact("a")));
  const kinds = (await Promise.all(many)).map((answer) => answer.kind);
  expect(kinds.filter((kind) => kind === "recorded")).toHaveLength(4_000);
  expect(kinds.slice(4_000)).toEqual(Array(100).fill("busy"));
});

it("fails to start when the thread does", async () => {
  await expect(startIngest(() => new Worker("throw new Error('no database')", { eval: true, execArgv: [] }), LOG)).rejects.toThrow(
    "no database",
  );
});

/** The loop itself, over a channel instead of a thread. */
function loop(record: Parameters<typeof runIngest>[1]["record"]): {
  readonly port: MessagePort;
  readonly replies: IngestReply[];
  readonly closed: () => boolean;
} {
  const { port1, port2 } = new MessageChannel();
  const replies: IngestReply[] = [];
  let closed = false;
  port1.on("message", (reply: IngestReply) => replies.push(reply));
  runIngest(port2, {
    record,
    close: async () => {
      closed = true;
    },
    log: LOG,
  });
  return { port: port1, replies, closed: () => closed };
}

it("commits together what came while it was committing", async () => {
  const sizes: number[] = [];
  let release = (): void => undefined;
  const { port, replies, closed } = loop(async ({ contacts }) => {
    sizes.push(contacts.length);
    if (sizes.length === 1)
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    return contacts.map(() => recorded);
  });
  port.postMessage({ kind: "record", first: 0, items: [{ kind: "contact", contact: contact("a") }] });
  await until(() => sizes.length === 1);
  for (let first = 1; first < 4; first++) port.postMessage({ kind: "record", first, items: [{ kind: "contact", contact: contact("a") }] });
  port.postMessage({ kind: "close" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  release();
  await until(closed);
  await until(() => replies.length === 3);
  expect(sizes).toEqual([1, 3]);
  expect(replies).toEqual([
    { kind: "ready" },
    { kind: "answers", answers: [[0, recorded]] },
    {
      kind: "answers",
      answers: [
        [1, recorded],
        [2, recorded],
        [3, recorded],
      ],
    },
  ]);
});

it("says of a batch the database refused that it failed, and goes on", async () => {
  let calls = 0;
  const { port, replies } = loop(async ({ contacts }) => {
    calls += 1;
    if (calls === 1) throw new Error("disk full");
    return contacts.map(() => recorded);
  });
  port.postMessage({ kind: "record", first: 7, items: [{ kind: "contact", contact: contact("a") }] });
  await until(() => replies.length === 2);
  port.postMessage({ kind: "record", first: 8, items: [{ kind: "contact", contact: contact("a") }] });
  await until(() => replies.length === 3);
  expect(replies.slice(1)).toEqual([
    { kind: "answers", answers: [[7, { kind: "failed" }]] },
    { kind: "answers", answers: [[8, recorded]] },
  ]);
  port.close();
});
