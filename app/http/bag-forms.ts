import type { VariantId } from "~/domain/kernel/branded";
import { parseCurrency } from "~/domain/kernel/currency";
import { bagSchemas } from "~/schemas/bag";
import { type AddToBagRefusal, addToBag } from "~/services/add-to-bag";
import { type BagLineChange, type ChangeBagLineRefusal, changeBagLine } from "~/services/change-bag-line";
import { openCheckout } from "~/services/open-checkout";
import { readBag } from "~/services/read-bag";
import type { RouteArgs } from "./actor";
import { bagCookie } from "./bag-cookie";
import { contextOf } from "./context";
import { answerIntent, onIntent } from "./intents";
import { type LedOn, ledOn } from "./led-on";
import { badRequest } from "./refusals";
import { safePath } from "./safe-path";
import { bagKeyOf } from "./shopper";

type Answer = LedOn;

/** What the bag's page says after a form was refused, by the name in its address. */
export type BagSaid = (AddToBagRefusal | ChangeBagLineRefusal)["kind"] | "bag_not_ready" | "empty_bag";

/** Answers every form that concerns the bag: those of products, of the bag's own page, and the way to the checkout. */
export async function answerBagForm(args: RouteArgs): Promise<Answer> {
  const key = await bagKeyOf(args);
  const change = (variant: string, to: BagLineChange): Promise<Answer> => changeLine(args, { variant, to });
  return answerIntent<Answer>(args.request, {
    add: onIntent(bagSchemas.add, async (form) => {
      if (!form.ok) throw badRequest();
      const { back, variant } = form.value;
      const added = await put(args, variant);
      if (added.said !== null) return ledOn(strings(form.value), `/bag?said=${added.said}`);
      const page = safePath(back, "/bag");
      return ledOn(strings(form.value), page === "/bag" ? page : `${page}${page.includes("?") ? "&" : "?"}added=1`, added.cookies);
    }),
    buy: onIntent(bagSchemas.buy, async (form) => {
      if (!form.ok) throw badRequest();
      return buy(args, strings(form.value));
    }),
    quantity: onIntent(bagSchemas.quantity, async (form) => {
      if (!form.ok) throw badRequest();
      return change(form.value.variant, { kind: "quantity", quantity: form.value.quantity });
    }),
    remove: onIntent(bagSchemas.remove, async (form) => {
      if (!form.ok) throw badRequest();
      return change(form.value.variant, { kind: "remove" });
    }),
    agree: onIntent(bagSchemas.agree, async (form) => {
      if (!form.ok) throw badRequest();
      return change(form.value.variant, { kind: "agree" });
    }),
    checkout: onIntent(bagSchemas.checkout, async (form) => {
      if (!form.ok) throw badRequest();
      return toCheckout(args, { key, typed: strings(form.value), currency: form.value.currency, cookies: [] });
    }),
  });
}

/** Puts one piece into the bag; `said` is why not. */
async function put(
  args: RouteArgs,
  variant: string,
): Promise<{ readonly said: BagSaid | null; readonly cookies: readonly string[]; readonly token: string | null }> {
  const { deps, env, carried } = contextOf(args);
  const added = await addToBag(deps, { bag: await bagKeyOf(args), variantId: variant as VariantId, quantity: 1, touchIds: carried });
  if (!added.ok) return { said: added.error.kind, cookies: [], token: null };
  const { token } = added.value;
  return { said: null, cookies: token === null ? [] : [bagCookie(token, env.publicOrigin)], token };
}

/** Straight to the checkout: what lies in the bag already is not put in twice. */
async function buy(args: RouteArgs, typed: Readonly<Record<string, string>>): Promise<Answer> {
  const { deps } = contextOf(args);
  const key = await bagKeyOf(args);
  const lies = (await readBag(deps, key)).groups.some(({ shops }) =>
    shops.some(({ lines }) => lines.some(({ variantId }) => variantId === typed["variant"])),
  );
  const added = lies ? { said: null, cookies: [], token: null } : await put(args, typed["variant"] ?? "");
  if (added.said !== null) return ledOn(typed, `/bag?said=${added.said}`);
  const now = added.token === null ? key : { ...key, token: added.token };
  const bag = await readBag(deps, now);
  const group = bag.groups.find(({ shops }) => shops.some(({ lines }) => lines.some(({ variantId }) => variantId === typed["variant"])));
  return toCheckout(args, { key: now, typed, currency: group?.currency ?? "", cookies: added.cookies });
}

async function toCheckout(
  args: RouteArgs,
  way: {
    readonly key: Awaited<ReturnType<typeof bagKeyOf>>;
    readonly typed: Readonly<Record<string, string>>;
    readonly currency: string;
    readonly cookies: readonly string[];
  },
): Promise<Answer> {
  const { deps, visitorId, carried } = contextOf(args);
  const currency = parseCurrency(way.currency);
  if (currency === undefined) throw badRequest();
  const opened = await openCheckout(deps, { bag: way.key, currency, visitorId, touchIds: carried });
  return ledOn(way.typed, opened.ok ? `/checkout/${opened.value.checkoutId}` : `/bag?said=${opened.error.kind}`, way.cookies);
}

async function changeLine(args: RouteArgs, { variant, to }: { readonly variant: string; readonly to: BagLineChange }): Promise<Answer> {
  const changed = await changeBagLine(contextOf(args).deps, { bag: await bagKeyOf(args), variantId: variant as VariantId, change: to });
  return ledOn({}, changed.ok ? "/bag" : `/bag?said=${changed.error.kind}`);
}

function strings(form: Readonly<Record<string, string | number | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [name, String(value ?? "")]));
}
