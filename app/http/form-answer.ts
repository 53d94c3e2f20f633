import { type AppLoadContext, data } from "@remix-run/node";
import { MINUTE_MS, SECOND_MS } from "~/domain/kernel/instant";
import type { PlainKey } from "~/ui/texts/plain-key";
import type { RefusedForm } from "./form";
import { textsOf } from "./texts";

/** What a page gets back when its form was not taken: the errors by field, what was typed, a sentence above the form. */
export type FormAnswer = RefusedForm & {
  readonly message: string | null;
  /** Which form of a page with several. */
  readonly intent: string | null;
};

type Answered = ReturnType<typeof data<FormAnswer>>;

/** A form that its schema refuses. */
export function refusedForm(form: RefusedForm, intent: string | null = null): Answered {
  return data({ errors: form.errors, values: form.values, message: null, intent }, { status: 400 });
}

/** A form that a use case refuses, with the sentence beside the field it concerns. */
export function refusedField(
  at: { readonly field: string; readonly key: PlainKey },
  form: { readonly values: Readonly<Record<string, string>>; readonly intent?: string },
): Answered {
  return data({ errors: { [at.field]: at.key }, values: form.values, message: null, intent: form.intent ?? null }, { status: 400 });
}

/** Too many attempts: says when to come back, to people in words and to programs in `Retry-After`. */
export function tooMany(
  args: { readonly context: AppLoadContext },
  seconds: number,
  form: { readonly values: Readonly<Record<string, string>>; readonly intent?: string },
): Answered {
  const { t } = textsOf(args);
  const minutes = t("account.minutes", { count: Math.ceil((seconds * SECOND_MS) / MINUTE_MS) });
  const message = t("account.error.too_many", { minutes });
  return data(
    { errors: {}, values: form.values, message, intent: form.intent ?? null },
    { status: 429, headers: { "Retry-After": String(seconds) } },
  );
}
