import { z } from "zod";
import { captureBody, groupBody, openEntryBody, pathId, refundBody, saveCardBody } from "../../wire";
import { authoriseGroup } from "../books/authorise";
import { findEntry, forgetCard, openEntry, saveCard } from "../books/cards";
import { cancelPayment, capturePayment, getPayment, refundPayment } from "../books/money-moves";
import { listChanges } from "../books/payments";
import { listSettlements } from "../books/settlements";
import { type Provider, Refusal } from "../provider";
import { check, type Exchange, readJson, sendJson } from "./exchange";
import { type Desk, perform } from "./perform";
import type { Operation } from "./trouble";

type Call = { readonly provider: Provider; readonly id: string; readonly body: unknown; readonly after: number };
type Endpoint = {
  readonly operation: Operation;
  readonly method: "GET" | "POST" | "DELETE";
  /** One group at most: the identifier in the address. */
  readonly path: RegExp;
  readonly body?: z.ZodType;
  readonly run: (call: Call) => unknown;
};

/** The body is what the endpoint's own schema says. */
function endpoint<Schema extends z.ZodType>(
  parts: Omit<Endpoint, "body" | "run"> & {
    readonly body: Schema;
    readonly run: (call: Omit<Call, "body"> & { readonly body: z.infer<Schema> }) => unknown;
  },
): Endpoint {
  const { body, run } = parts;
  return { ...parts, body, run: (call) => run({ ...call, body: check(body, call.body) }) };
}

/** All the merchant's server may ask. */
const ENDPOINTS: readonly Endpoint[] = [
  endpoint({
    operation: "openEntry",
    method: "POST",
    path: /^\/v1\/entries$/,
    body: openEntryBody,
    run: ({ provider, body }) => {
      const { entryId } = openEntry(provider, body);
      return { entryId, frameUrl: `${provider.publicOrigin}/card/${entryId}` };
    },
  }),
  {
    operation: "readEntry",
    method: "GET",
    path: /^\/v1\/entries\/([^/]+)$/,
    run: ({ provider, id }) => {
      const entry = findEntry(provider.books, id);
      if (entry === undefined) throw new Refusal("not_found", "there is no such entry");
      return { card: entry.card?.facts ?? null };
    },
  },
  endpoint({
    operation: "saveCard",
    method: "POST",
    path: /^\/v1\/cards$/,
    body: saveCardBody,
    run: ({ provider, body }) => saveCard(provider, body),
  }),
  { operation: "forgetCard", method: "DELETE", path: /^\/v1\/cards\/([^/]+)$/, run: ({ provider, id }) => forgetCard(provider.books, id) },
  endpoint({
    operation: "authorise",
    method: "POST",
    path: /^\/v1\/groups$/,
    body: groupBody,
    run: ({ provider, body }) => authoriseGroup(provider, body),
  }),
  { operation: "find", method: "GET", path: /^\/v1\/payments\/([^/]+)$/, run: ({ provider, id }) => getPayment(provider, id) },
  endpoint({
    operation: "cancel",
    method: "POST",
    path: /^\/v1\/payments\/([^/]+)\/cancel$/,
    body: z.strictObject({}),
    run: ({ provider, id }) => cancelPayment(provider, id),
  }),
  endpoint({
    operation: "capture",
    method: "POST",
    path: /^\/v1\/payments\/([^/]+)\/capture$/,
    body: captureBody,
    run: ({ provider, id, body }) => capturePayment(provider, id, body),
  }),
  endpoint({
    operation: "refund",
    method: "POST",
    path: /^\/v1\/payments\/([^/]+)\/refunds$/,
    body: refundBody,
    run: ({ provider, id, body }) => refundPayment(provider, id, body),
  }),
  { operation: "listChanges", method: "GET", path: /^\/v1\/changes$/, run: ({ provider, after }) => listChanges(provider.books, after) },
  {
    operation: "listSettlements",
    method: "GET",
    path: /^\/v1\/settlements$/,
    run: ({ provider, after }) => listSettlements(provider.books, after),
  },
];

/** Cursors are places in a list. */
const cursor = z
  .string()
  .regex(/^\d{1,15}$/, { error: "must be a cursor of an earlier answer" })
  .transform(Number);

/** Answers one call of the merchant's server. Errors: refusals. */
export async function answerApi(desk: Desk, exchange: Exchange): Promise<void> {
  const { method, path, ...found } = findEndpoint(exchange);
  const after = exchange.url.searchParams.get("after");
  const call: Call = {
    provider: desk.provider,
    id: check(pathId, path.exec(exchange.url.pathname)?.[1] ?? "none"),
    body: found.body === undefined ? null : await readJson(exchange, found.body),
    after: after === null ? 0 : check(cursor, after),
  };
  await perform(
    desk,
    { exchange, operation: found.operation },
    { work: () => found.run(call), reply: (result) => sendJson(exchange, 200, result) },
  );
}

function findEndpoint({ request, url }: Exchange): Endpoint {
  const found = ENDPOINTS.find(({ method, path }) => method === request.method && path.test(url.pathname));
  if (found === undefined) throw new Refusal("not_found", "there is nothing at this address");
  return found;
}
