import { Agent, type IncomingMessage, request as plainRequest } from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import type { z } from "zod";
import { PaymentsRefused, PaymentsUnreachable } from "~/domain/payments/payments-fault";
import { refusalAnswer } from "../wire";

/** A shopper is waiting; the reconciler asks again anyway. */
const TIMEOUT_MS = 5_000;

/** A page of changes is some 100 KB; whatever sends more is not our provider. */
const LONGEST_ANSWER = 4_000_000;

type Answer = { readonly status: number; readonly text: string };
type Call = { readonly method: "GET" | "POST" | "DELETE"; readonly path: string; readonly body?: unknown };

/** Calls to one provider. `null` where it never heard of what was asked for. Errors: `PaymentsUnreachable`, `PaymentsRefused`. */
export type ProviderCalls = {
  readonly ask: <Schema extends z.ZodType>(call: Call, schema: Schema) => Promise<z.infer<Schema>>;
  readonly find: <Schema extends z.ZodType>(call: Call, schema: Schema) => Promise<z.infer<Schema> | null>;
};

/** A client that keeps its connections and gives each call five seconds (or `timeoutMs`). */
export function providerCalls(to: {
  readonly url: string;
  readonly apiKey: string;
  readonly timeoutMs?: number | undefined;
}): ProviderCalls {
  const send = transport(to);
  const find: ProviderCalls["find"] = async (call, schema) => {
    const answer = await send(call);
    if (answer.status === 404) return null;
    return readAnswer(answer, call, schema);
  };
  return { find, ask: async (call, schema) => readAnswer(await send(call), call, schema) };
}

function transport(to: {
  readonly url: string;
  readonly apiKey: string;
  readonly timeoutMs?: number | undefined;
}): (call: Call) => Promise<Answer> {
  const base = new URL(to.url);
  const secure = base.protocol === "https:";
  const agent = secure ? new TlsAgent({ keepAlive: true }) : new Agent({ keepAlive: true });
  const headers = { authorization: `Bearer ${to.apiKey}`, "content-type": "application/json" };
  return ({ method, path, body }) =>
    new Promise((resolve, reject) => {
      const request = (secure ? tlsRequest : plainRequest)(new URL(path, base), { method, agent, headers }, (response) => {
        readText(response).then((text) => settle(() => resolve({ status: response.statusCode ?? 0, text })), fail);
      });
      const timer = setTimeout(() => request.destroy(new Error("it took too long")), to.timeoutMs ?? TIMEOUT_MS);
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        end();
      };
      const fail = (error: unknown): void => settle(() => reject(unreachable(error)));
      request.once("error", fail);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
}

function unreachable(error: unknown): PaymentsUnreachable {
  return new PaymentsUnreachable(`No answer from the payment provider: ${error instanceof Error ? error.message : "unknown"}`, {
    cause: error,
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_ANSWER) throw new Error("the answer is too long");
    chunks.push(chunk);
  }
  if (!response.complete) throw new Error("the answer was cut off");
  return Buffer.concat(chunks).toString("utf8");
}

function readAnswer<Schema extends z.ZodType>({ status, text }: Answer, call: Call, schema: Schema): z.infer<Schema> {
  const where = `${call.method} ${call.path.split("?")[0]}`;
  const body = parseJson(text, where);
  if (status === 200) {
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new PaymentsUnreachable(`${where}: the payment provider's answer is not understood.`);
  }
  const refusal = status >= 400 && status < 500 ? refusalAnswer.safeParse(body) : undefined;
  if (refusal?.success) throw new PaymentsRefused(refusal.data.error, `${where}: ${refusal.data.message}`);
  throw new PaymentsUnreachable(`${where}: the payment provider answered ${status}.`);
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PaymentsUnreachable(`${where}: the payment provider's answer is not JSON.`, { cause: error });
  }
}
