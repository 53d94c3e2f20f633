import type { z } from "zod";
import { isPlainKey, type PlainKey } from "~/ui/texts/plain-key";
import { badRequest } from "./refusals";

/** A form that was understood, or what is wrong with it by field, with what was typed. */
export type ParsedForm<Value> = { readonly ok: true; readonly value: Value } | ({ readonly ok: false } & RefusedForm);

export type RefusedForm = {
  /** Field → text key of the sentence to show beside it; `form` for what concerns no single field. */
  readonly errors: Readonly<Record<string, PlainKey>>;
  /** What was typed, to show again; secrets and files are left out. */
  readonly values: Readonly<Record<string, string>>;
};

/** The text fields of a form, by name. */
export type Typed = Readonly<Record<string, string>>;

/** Nothing anybody types into one of our fields is longer; longer input is not repeated. */
const LONGEST_REPEATED = 1_000;

/** Fields that are never sent back. */
const SECRET = /password|token/i;

/**
 * Reads a posted form by its schema. The messages of the schema are text keys.
 * Errors: throws a 400 answer when the body is no form at all.
 */
export async function parseForm<Shape extends z.ZodRawShape>(
  request: Request,
  schema: z.ZodObject<Shape>,
): Promise<ParsedForm<z.output<z.ZodObject<Shape>>>> {
  return parseTyped(await readTyped(request), schema);
}

/** Reads the query of a page's address by its schema; the rest as `parseForm`. */
export function readSearch<Shape extends z.ZodRawShape>(
  request: Request,
  schema: z.ZodObject<Shape>,
): ParsedForm<z.output<z.ZodObject<Shape>>> {
  const query = new URL(request.url).searchParams;
  // The framework's own parameter of data requests is no part of the page's address.
  query.delete("_routes");
  return parseTyped(textsAmong(query), schema);
}

/** The text fields of a posted form. Errors: throws a 400 answer when the body is no form at all. */
export async function readTyped(request: Request): Promise<Typed> {
  try {
    return textsAmong(await request.formData());
  } catch (error) {
    throw error instanceof Response ? error : badRequest();
  }
}

/** Fields that were read already, by a schema. */
export function parseTyped<Shape extends z.ZodRawShape>(
  typed: Typed,
  schema: z.ZodObject<Shape>,
): ParsedForm<z.output<z.ZodObject<Shape>>> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, errors: errorsByField(parsed.error), values: repeatable(typed, schema) };
}

/** The first value of each text field; files have a reader of their own. */
function textsAmong(entries: Iterable<[string, FormDataEntryValue]>): Typed {
  const found = new Map<string, string>();
  for (const [name, value] of entries) if (typeof value === "string" && !found.has(name)) found.set(name, value);
  return Object.fromEntries(found);
}

function errorsByField(error: z.ZodError): Record<string, PlainKey> {
  const errors: Record<string, PlainKey> = {};
  for (const issue of error.issues)
    errors[String(issue.path[0] ?? "form")] ??= isPlainKey(issue.message) ? issue.message : "error.bad_request.body";
  return errors;
}

function repeatable(typed: Typed, schema: z.ZodObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => name in schema.shape && !SECRET.test(name) && value.length <= LONGEST_REPEATED),
  );
}
