import type { IncomingMessage, ServerResponse } from "node:http";
import { visitorOf } from "~/domain/tracking/consent";
import type { SaidInteraction } from "~/domain/tracking/interaction";
import { readConsent } from "~/http/consent-cookies";
import { reportSchema } from "~/schemas/tracking";
import { BEACON_PATH, bodyLimit } from "./body-limit";
import { sendRefusal } from "./refusal";
import { senderOf, type Tracking } from "./request-signals";

/** Answers what pages report of their reader, once it is on disk; false for any other request. */
export async function answerBeacon(request: IncomingMessage, response: ServerResponse, tracking: Tracking): Promise<boolean> {
  if (request.method !== "POST" || request.url !== BEACON_PATH) return false;
  const body = await readBody(request, bodyLimit(BEACON_PATH));
  const rows = body === null ? null : rowsIn(body);
  if (rows === null) {
    sendRefusal(request, response, { kind: body === null ? "too_large" : "bad_report" });
    return true;
  }
  const visitorId = visitorOf(readConsent(request.headers, tracking.config.publicOrigin.origin));
  const { unseen, ...sender } = senderOf(request, tracking.agents, "data");
  // A report is sent in the background, with POST: only robots are no readers here.
  const reporter = { ...sender, unseen: unseen === "bot" ? unseen : null };
  const taken = await tracking.ingest.recordReport({ at: tracking.clock.now(), visitorId, sender: reporter, rows });
  if (taken.kind === "busy") sendRefusal(request, response, { kind: "busy" });
  else response.writeHead(204, { "Cache-Control": "no-store" }).end();
  return true;
}

/** `null` once more than `limit` bytes came, whatever was announced; the rest is left for the refusal to drop. */
function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > limit) resolve(null);
      else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
  });
}

/** `null` for anything that is not a report. */
function rowsIn(body: string): readonly SaidInteraction[] | null {
  const parsed = reportSchema.safeParse(jsonOrNull(body));
  return parsed.success ? parsed.data : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
