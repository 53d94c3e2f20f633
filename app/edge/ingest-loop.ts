import type { MessagePort } from "node:worker_threads";
import type { RecordedContact } from "~/domain/tracking/contact";
import type { TrackingBatch } from "~/domain/tracking/judge-batch";
import type { Log } from "~/ports/log";
import type { IngestAnswer, IngestItem, IngestReply, IngestRequest } from "./ingest-messages";

/** Rows of one transaction; more would hold the write lock for longer than 20 ms. */
const MOST_ITEMS = 500;

type Numbered = { readonly number: number; readonly item: IngestItem };

/**
 * The ingest thread's own loop. What arrived while the last batch was being committed is the next batch: the busier
 * it gets the more rows share one write to disk, and nothing ever waits for a timer.
 */
export function runIngest(
  port: MessagePort,
  by: {
    readonly record: (batch: TrackingBatch) => Promise<readonly RecordedContact[]>;
    readonly close: () => Promise<void>;
    readonly log: Log;
  },
): void {
  const waiting: Numbered[] = [];
  let isWorking = false;
  let isClosing = false;
  const say = (reply: IngestReply): void => port.postMessage(reply);

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_ITEMS);
      say({ kind: "answers", answers: await commit(batch, by) });
    }
    isWorking = false;
    if (!isClosing) return;
    await by.close();
    port.close();
  };
  port.on("message", (request: IngestRequest) => {
    if (request.kind === "close") isClosing = true;
    else for (const [at, item] of request.items.entries()) waiting.push({ number: request.first + at, item });
    if (isWorking) return;
    isWorking = true;
    // After this turn's other messages, so that they share the commit.
    setImmediate(() => void work());
  });
  say({ kind: "ready" });
}

/** The answers to a batch once it is on disk; when the database refuses it, none of it is. */
async function commit(batch: readonly Numbered[], by: Parameters<typeof runIngest>[1]): Promise<(readonly [number, IngestAnswer])[]> {
  const contacts = batch.flatMap(({ number, item }) => (item.kind === "contact" ? [{ number, contact: item.contact }] : []));
  const reports = batch.flatMap(({ number, item }) => (item.kind === "report" ? [{ number, report: item.report }] : []));
  try {
    const recorded = await by.record({ contacts: contacts.map((one) => one.contact), reports: reports.map((one) => one.report) });
    return [
      ...contacts.map(({ number }, at) => [number, recorded[at] ?? { kind: "failed" as const }] as const),
      ...reports.map(({ number }) => [number, { kind: "taken" as const }] as const),
    ];
  } catch (error) {
    by.log.error("A batch of touches could not be recorded.", error, { items: batch.length });
    return batch.map(({ number }) => [number, { kind: "failed" }] as const);
  }
}
