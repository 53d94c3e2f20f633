import type { Worker } from "node:worker_threads";
import type { Contact, RecordedContact } from "~/domain/tracking/contact";
import type { Report } from "~/domain/tracking/interaction";
import type { Log } from "~/ports/log";
import type { IngestAnswer, IngestItem, IngestReply, IngestRequest } from "./ingest-messages";

/** Items under way at once. At 20 000 a second this is a fifth of a second of waiting; beyond, callers are told to come back. */
const MOST_UNDER_WAY = 4_000;

/** A thread that died is replaced at once, then ever more slowly while it keeps dying. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Not on disk: too much is under way, the thread is gone or its database refused. The caller may come again. */
export type NotRecorded = { readonly kind: "busy" };

/** Records touches and interactions by a thread of its own; answers come after the commit. */
export type Ingest = {
  readonly recordTouch: (contact: Contact) => Promise<RecordedContact | NotRecorded>;
  readonly recordReport: (report: Report) => Promise<{ readonly kind: "taken" } | NotRecorded>;
  /** Finishes what is under way and ends the thread. */
  readonly close: () => Promise<void>;
};

/** Starts the thread and waits until it takes requests. Errors: it ended before that. */
export async function startIngest(spawn: () => Worker, log: Log): Promise<Ingest> {
  const link = new IngestLink(spawn, log);
  await link.start();
  return {
    recordTouch: async (contact) => {
      const answer = await link.send({ kind: "contact", contact });
      return answer.kind === "failed" || answer.kind === "taken" ? { kind: "busy" } : answer;
    },
    recordReport: async (report) => ((await link.send({ kind: "report", report })).kind === "taken" ? { kind: "taken" } : { kind: "busy" }),
    close: () => link.close(),
  };
}

/** The main thread's end: hands over once a turn what the turn collected, and settles what was answered. */
class IngestLink {
  readonly #spawn: () => Worker;
  readonly #log: Log;
  readonly #underWay = new Map<number, (answer: IngestAnswer) => void>();
  #worker: Worker | null = null;
  #collected: IngestItem[] = [];
  #first = 0;
  #deaths = 0;
  #isClosing = false;

  constructor(spawn: () => Worker, log: Log) {
    this.#spawn = spawn;
    this.#log = log;
  }

  /** Errors: the thread ended before it was ready. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = this.#spawn();
      worker.on("message", (reply: IngestReply) => {
        if (reply.kind === "answers") this.#settle(reply.answers);
        else {
          this.#worker = worker;
          resolve();
        }
      });
      worker.on("error", (error) => {
        this.#log.error("The ingest thread failed.", error);
        reject(error);
      });
      worker.once("exit", () => {
        reject(new Error("The ingest thread ended before it was ready."));
        if (this.#worker === worker) this.#onDeath();
      });
    });
  }

  send(item: IngestItem): Promise<IngestAnswer> {
    if (this.#worker === null || this.#underWay.size >= MOST_UNDER_WAY) return Promise.resolve({ kind: "failed" });
    return new Promise((resolve) => {
      if (this.#collected.length === 0) setImmediate(() => this.#handOver());
      this.#underWay.set(this.#first + this.#collected.length, resolve);
      this.#collected.push(item);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#isClosing = true;
    if (worker === null) return;
    this.#handOver();
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    worker.postMessage({ kind: "close" } satisfies IngestRequest);
    await ended;
  }

  #handOver(): void {
    if (this.#worker === null || this.#collected.length === 0) return;
    this.#worker.postMessage({ kind: "record", first: this.#first, items: this.#collected } satisfies IngestRequest);
    this.#first += this.#collected.length;
    this.#collected = [];
  }

  #settle(answers: readonly (readonly [number, IngestAnswer])[]): void {
    this.#deaths = 0;
    for (const [number, answer] of answers) {
      this.#underWay.get(number)?.(answer);
      this.#underWay.delete(number);
    }
  }

  /** Nobody knows what of the last batch is on disk: whoever waits is told to come again, and nothing is sent twice. */
  #onDeath(): void {
    this.#worker = null;
    this.#first += this.#collected.length;
    this.#collected = [];
    for (const settle of this.#underWay.values()) settle({ kind: "failed" });
    this.#underWay.clear();
    if (!this.#isClosing) this.#restart();
  }

  #restart(): void {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#deaths);
    this.#deaths += 1;
    this.#log.warn("The ingest thread is started again.", { pauseMs });
    setTimeout(() => {
      if (this.#isClosing) return;
      this.start().catch((error: unknown) => {
        this.#log.error("The ingest thread could not be started again.", error);
        if (!this.#isClosing) this.#restart();
      });
    }, pauseMs).unref();
  }
}
