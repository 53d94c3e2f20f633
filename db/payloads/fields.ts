import { z } from "zod";
import type { Branded, Instant } from "~/domain/kernel/branded";
import { type Currency, parseCurrency } from "~/domain/kernel/currency";
import { instant } from "~/domain/kernel/instant";
import { type Minor, minor } from "~/domain/kernel/money";

/** Text that stands for a thing: minted here, trusted inside. */
export function idField<Id extends Branded<string, string>>(): z.ZodType<Id> {
  return z.string().transform((text) => text as Id);
}

export const amountField: z.ZodType<Minor> = z.int().transform((amount) => minor(amount));
export const instantField: z.ZodType<Instant> = z.int().transform((at) => instant(at));
export const currencyField: z.ZodType<Currency> = z.string().transform((text, context) => {
  const currency = parseCurrency(text);
  if (currency !== undefined) return currency;
  context.addIssue({ code: "custom", message: `${text} is no currency` });
  return z.NEVER;
});
