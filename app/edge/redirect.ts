import type { IncomingMessage, ServerResponse } from "node:http";
import { parseLinkSlug } from "~/domain/tracking/link";
import { isSafeMethod } from "./guard";
import { contactOf, type Tracking } from "./request-signals";
import { redirectHeaders } from "./security-headers";

const LINK = /^\/l\/([^/?]+)\/?(?:\?|$)/;

/** `not_here`: nothing was sent, as the address is no link's or nobody has such a link. */
export type LinkAnswer = "sent" | "busy" | "not_here";

/**
 * Answers `/l/:slug` once its touch is on disk, with the destination stored for the link; nothing of the request
 * but its signed touch ids enters the answer.
 */
export async function answerLink(request: IncomingMessage, response: ServerResponse, tracking: Tracking): Promise<LinkAnswer> {
  const name = LINK.exec(request.url ?? "")?.[1];
  const slug = name === undefined || !isSafeMethod(request.method) ? undefined : parseLinkSlug(name);
  if (slug === undefined) return "not_here";
  const recorded = await tracking.ingest.recordTouch({ aim: { kind: "link", slug }, ...contactOf(request, tracking, "document") });
  if (recorded.kind === "busy") return "busy";
  if (recorded.kind !== "recorded" || recorded.destination === null) return "not_here";
  leadTo(response, recorded.destination, redirectHeaders(tracking.config));
  return "sent";
}

/** A temporary redirect nobody may keep: each opening must be asked for again. */
export function leadTo(response: ServerResponse, location: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(302, { ...headers, Location: location, "Cache-Control": "no-store", "Content-Length": 0 }).end();
}
