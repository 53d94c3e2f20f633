import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import { Refusal } from "../provider";

/** One request and its answer. */
export type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL };

/** 50 payments take some 10 KB; a typed card 200 bytes. */
const LONGEST_BODY = 64_000;

/** The body as text. Errors: `bad_request` when it is too long or not the type asked for. */
export async function readBody({ request }: Exchange, type: "application/json" | "application/x-www-form-urlencoded"): Promise<string> {
  const sent = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (sent !== type) throw new Refusal("bad_request", `the body must be ${type}`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_BODY) throw new Refusal("bad_request", `the body is longer than ${LONGEST_BODY} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** The JSON body as the schema has it. Errors: `bad_request` that names what is wrong, without repeating it. */
export async function readJson<Schema extends z.ZodType>(exchange: Exchange, schema: Schema): Promise<z.infer<Schema>> {
  return check(schema, jsonOf(await readBody(exchange, "application/json")));
}

/** Any value as the schema has it. Errors: as above. */
export function check<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal("bad_request", `${issue?.path.join(".") || "the body"}: ${issue?.message}`);
}

/** Answers with JSON that nobody keeps. */
export function sendJson({ response }: Exchange, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
  });
  response.end(text);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal("bad_request", "the body is not JSON");
    throw error;
  }
}
