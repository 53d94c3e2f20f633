import type { IncomingMessage } from "node:http";
import { settledAddress, tapOf } from "~/domain/tracking/touch-address";
import { contactOf, type Tracking } from "./request-signals";

/** How the app asks for a page's data; the root page's has a name of its own. */
const DATA = /\.data$/;

/** What must happen to a page's request after its tap was looked at. */
export type TapResult = {
  /** Where a visitor without consent goes on to: the same page, its touches carried in the address. `null`: stay. */
  readonly settled: string | null;
  readonly asks: "document" | "data";
};

const NO_TAP: TapResult = { settled: null, asks: "document" };

/**
 * Records the tap on a tag or a storefront that a page's address tells of, before the page is answered. A page is
 * shown even when the tap could not be recorded: the reader did nothing wrong.
 */
export async function recordTap(request: IncomingMessage, tracking: Tracking): Promise<TapResult> {
  const url = request.url ?? "/";
  const aim = request.method === "GET" ? tapOf(url) : null;
  if (aim === null) return NO_TAP;
  const [path = "/", search = ""] = url.split("?", 2);
  const asks = DATA.test(path) ? "data" : "document";
  const recorded = await tracking.ingest.recordTouch({ aim, ...contactOf(request, tracking, asks) });
  if (recorded.kind !== "recorded" || recorded.carried === null) return { settled: null, asks };
  return { settled: settledAddress(pageOf(path), withoutRoutes(search), recorded.carried), asks };
}

function pageOf(path: string): string {
  const page = path.replace(DATA, "");
  return page === "/_root" ? "/" : page;
}

/** The framework's own parameter of data requests is no part of a page's address. */
function withoutRoutes(search: string): string {
  const query = new URLSearchParams(search);
  query.delete("_routes");
  return query.toString();
}
