import type { IncomingMessage } from "node:http";
import type { EdgeCaller } from "./caller";
import type { EdgeConfig } from "./edge-config";
import type { Refusal } from "./refusal";

/** The framework's own discovery requests reach 7 680 characters; nothing of ours is longer. */
const LONGEST_URL = 8_000;

const SAFE_METHODS = new Set(["GET", "HEAD"]);
const METHODS = new Set([...SAFE_METHODS, "POST"]);

/** True for methods that change nothing. */
export function isSafeMethod(method: string | undefined): boolean {
  return SAFE_METHODS.has(method ?? "GET");
}

/**
 * Other hosts than the configured one are led to it (reading) or refused (everything else), so that no
 * page, link or cookie ever depends on what a caller wrote into `Host`.
 */
export function checkHost(request: IncomingMessage, caller: EdgeCaller, config: EdgeConfig): Refusal | null {
  if (hostOf(caller.host, config.publicOrigin.protocol) === config.publicOrigin.host) return null;
  const path = request.url ?? "/";
  if (!isSafeMethod(request.method) || checkUrl(path) !== null) return { kind: "wrong_host" };
  return { kind: "redirect", location: `${config.publicOrigin.origin}${path}` };
}

/**
 * What must hold for every request before it reaches the framework: a known method, a well-formed address,
 * no internal data query, and for unsafe methods a browser's word that one of our own pages sent it.
 */
export function checkRequest(request: IncomingMessage, config: EdgeConfig): Refusal | null {
  if (!METHODS.has(request.method ?? "")) return { kind: "method" };
  const wrongUrl = checkUrl(request.url ?? "/");
  if (wrongUrl !== null) return wrongUrl;
  if (!isSafeMethod(request.method) && !isFromOurPages(request, config)) return { kind: "cross_site" };
  return null;
}

/** Browsers send `Sec-Fetch-Site` on secure origins and `Origin` with every POST; one of them must vouch for us. */
function isFromOurPages(request: IncomingMessage, config: EdgeConfig): boolean {
  return request.headers["sec-fetch-site"] === "same-origin" || request.headers.origin === config.publicOrigin.origin;
}

/** `//`, backslashes and control characters never occur in our addresses but change which host a URL names. */
function checkUrl(url: string): Refusal | null {
  if (url.length > LONGEST_URL || !/^\/(?!\/)[^\\\u0000-\u0020\u007f]*$/.test(url)) return { kind: "bad_url" };
  const [path = "", query = ""] = splitOnce(url, "?");
  const decoded = decodeOrNull(path);
  if (decoded === null || /[\u0000-\u001f\u007f]/.test(decoded)) return { kind: "bad_url" };
  return new URLSearchParams(query).has("_data") ? { kind: "data_query" } : null;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** `null` for malformed percent encoding. */
function decodeOrNull(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function hostOf(host: string, protocol: string): string | null {
  return URL.canParse(`${protocol}//${host}`) ? new URL(`${protocol}//${host}`).host : null;
}
