import type { RequestSignals, Sender } from "./contact";

/** Browsers fetch ahead under these words. Sources: Fetch (Sec-Purpose), speculation rules, Safari's X-Purpose, Firefox' X-Moz. */
const AHEAD = /\b(?:prefetch|prerender|preview)\b/i;

/** How the app itself asks for the data of the page it goes to. */
const DATA_MODES: readonly string[] = ["cors", "same-origin"];

/**
 * Why nobody saw what this request opened; `null` for a person who went there. Old browsers send no Fetch
 * metadata, so their absence says nothing. Source: W3C Fetch Metadata.
 */
export function classifyRequest(signals: RequestSignals, isBot: boolean): Sender["unseen"] {
  if (isBot) return "bot";
  if (AHEAD.test(signals.purpose)) return "prefetch";
  if (signals.method !== "GET") return "not_navigate";
  return signals.asks === "document" ? judgeDocument(signals) : judgeData(signals);
}

/** An image, a script or a frame of a foreign page is no visit of this one. */
function judgeDocument({ fetchMode, fetchDest }: RequestSignals): "not_navigate" | null {
  const isElsewhere = (fetchMode !== "" && fetchMode !== "navigate") || (fetchDest !== "" && fetchDest !== "document");
  return isElsewhere ? "not_navigate" : null;
}

function judgeData({ fetchMode, fetchDest }: RequestSignals): "not_navigate" | null {
  const isElsewhere = (fetchMode !== "" && !DATA_MODES.includes(fetchMode)) || (fetchDest !== "" && fetchDest !== "empty");
  return isElsewhere ? "not_navigate" : null;
}
