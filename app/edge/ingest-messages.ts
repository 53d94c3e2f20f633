import type { Contact, RecordedContact } from "~/domain/tracking/contact";
import type { Report } from "~/domain/tracking/interaction";
import type { CrashPoint } from "~/ports/faults";

/** What the edge hands to the ingest thread; copied between threads, so plain data only. */
export type IngestItem = { readonly kind: "contact"; readonly contact: Contact } | { readonly kind: "report"; readonly report: Report };

/** To the thread: what one turn of the event loop collected, numbered from `first`; or the wish to finish and end. */
export type IngestRequest =
  | { readonly kind: "record"; readonly first: number; readonly items: readonly IngestItem[] }
  | { readonly kind: "close" };

/** What became of one item. `failed`: nothing of it is on disk. */
export type IngestAnswer = RecordedContact | { readonly kind: "taken" } | { readonly kind: "failed" };

/** From the thread: it takes requests; or answers to numbered items, given after their commit. */
export type IngestReply =
  | { readonly kind: "ready" }
  | { readonly kind: "answers"; readonly answers: readonly (readonly [number: number, answer: IngestAnswer])[] };

/** How the ingest thread is started: plain data, like all it is told. */
export type IngestSettings = {
  readonly database: { readonly url: string } | { readonly file: string };
  readonly secret: string;
  readonly logLevel: string;
  readonly crash: { readonly point: CrashPoint; readonly reach: number } | null;
};
