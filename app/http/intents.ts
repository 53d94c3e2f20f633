import type { z } from "zod";
import { type ParsedForm, parseTyped, readTyped, type Typed } from "./form";
import { badRequest } from "./refusals";

/** What one button of a page with several forms does. */
export type IntentHandler<Answer> = (typed: Typed) => Promise<Answer>;

/** Ties a form's schema to what is done with it. */
export function onIntent<Shape extends z.ZodRawShape, Answer>(
  schema: z.ZodObject<Shape>,
  handle: (form: ParsedForm<z.output<z.ZodObject<Shape>>>) => Promise<Answer>,
): IntentHandler<Answer> {
  return (typed) => handle(parseTyped(typed, schema));
}

/** Hands a posted form to the handler its field `intent` names. Errors: throws a 400 answer for any other name. */
export async function answerIntent<Answer>(request: Request, handlers: Readonly<Record<string, IntentHandler<Answer>>>): Promise<Answer> {
  const { intent = "", ...typed } = await readTyped(request);
  const handler = Object.hasOwn(handlers, intent) ? handlers[intent] : undefined;
  if (handler === undefined) throw badRequest();
  return handler(typed);
}
