import type { IncomingMessage } from "node:http";
import { classifyRequest } from "~/domain/tracking/classify-request";
import { visitorOf } from "~/domain/tracking/consent";
import type { Contact, RequestSignals, Sender } from "~/domain/tracking/contact";
import { carriedIn } from "~/domain/tracking/touch-address";
import { readConsent } from "~/http/consent-cookies";
import type { Agents } from "~/ports/agents";
import type { Clock } from "~/ports/clock";
import type { EdgeConfig } from "./edge-config";
import type { Ingest } from "./ingest";

/** What recording needs of the edge. */
export type Tracking = { readonly ingest: Ingest; readonly clock: Clock; readonly agents: Agents; readonly config: EdgeConfig };

/** No browser's name is longer; longer ones are cut before they are kept anywhere. */
const LONGEST_AGENT = 500;

/** The longest name a host can have. Source: RFC 1035, §2.3.4. */
const LONGEST_HOST = 253;

/** Headers in which browsers say that they fetch ahead, the standard one first. */
const PURPOSES = ["sec-purpose", "purpose", "x-purpose", "x-moz"] as const;

/** All that recording a contact needs of its request, but for what was opened. */
export function contactOf(
  request: IncomingMessage,
  { agents, clock, config }: Tracking,
  asks: RequestSignals["asks"],
): Omit<Contact, "aim"> {
  return {
    at: clock.now(),
    visitorId: visitorOf(readConsent(request.headers, config.publicOrigin.origin)),
    carried: carriedIn(request.url ?? ""),
    sender: senderOf(request, agents, asks),
    referrer: referrerOf(request, config),
  };
}

/** Who sent the request, by the name of its browser and by what that says about the request. */
export function senderOf(request: IncomingMessage, agents: Agents, asks: RequestSignals["asks"]): Sender {
  const { isBot, device, inApp } = agents.read(said(request, "user-agent").slice(0, LONGEST_AGENT));
  const signals: RequestSignals = {
    method: request.method ?? "",
    purpose: purposeOf(request),
    fetchMode: said(request, "sec-fetch-mode"),
    fetchDest: said(request, "sec-fetch-dest"),
    asks,
  };
  return { unseen: classifyRequest(signals, isBot), device, inApp };
}

function purposeOf(request: IncomingMessage): string {
  let purpose = "";
  for (const name of PURPOSES) purpose += ` ${said(request, name)}`;
  return purpose;
}

function said(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === "string" ? value : "";
}

/** Only the host, and only of other sites: a whole address may name a person. */
function referrerOf(request: IncomingMessage, config: EdgeConfig): string | null {
  const text = said(request, "referer");
  if (text === "" || !URL.canParse(text)) return null;
  const { host } = new URL(text);
  return host === "" || host === config.publicOrigin.host || host.length > LONGEST_HOST ? null : host;
}
