import type { InteractionKind } from "~/domain/tracking/interaction";

/** What a page reports of its reader; the server adds who, if they agreed, and which device. */
type ReportRow = { readonly kind: InteractionKind; readonly product?: string; readonly post?: string };

/** As many as one report may hold. */
const MOST_ROWS = 50;

/** Soon enough that little is lost with a browser that is killed, late enough that scrolling is one report. */
const PAUSE_MS = 5_000;

let waiting: ReportRow[] = [];
let listening = false;

/** Tells the server what the reader did: a few seconds later, or when they leave. */
export function report(row: ReportRow): void {
  if (waiting.push(row) === 1) setTimeout(send, PAUSE_MS);
  if (waiting.length >= MOST_ROWS) send();
  if (listening) return;
  listening = true;
  // The last moment a page on a phone is sure to see. Source: Page Lifecycle, W3C.
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? send() : undefined));
}

function send(): void {
  if (waiting.length === 0) return;
  navigator.sendBeacon("/t", JSON.stringify({ rows: waiting }));
  waiting = [];
}
