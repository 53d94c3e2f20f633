import { data } from "@remix-run/node";
import type { AddressProblem } from "~/domain/checkout/address";
import type { PayAnswer } from "~/domain/checkout/pay-answer";
import type { BrandId, CheckoutId, SavedCardId } from "~/domain/kernel/branded";
import { minor } from "~/domain/kernel/money";
import { checkoutSchemas } from "~/schemas/checkout";
import { type ChangeCheckoutRefusal, type CheckoutChange, changeCheckout } from "~/services/change-checkout";
import { type PlaceOrderRefusal, placeOrder } from "~/services/place-order";
import type { PlainKey } from "~/ui/texts/plain-key";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";
import type { Typed } from "./form";
import { refusedField, refusedForm } from "./form-answer";
import { answerIntent, onIntent } from "./intents";
import { type LedOn, ledOn } from "./led-on";
import { notFound } from "./refusals";
import { shopperOf } from "./shopper";
import { textsOf } from "./texts";

type Answer = LedOn | ReturnType<typeof refusedForm>;

const ADDRESS_ERRORS: Readonly<Record<AddressProblem["problem"], PlainKey>> = {
  missing: "checkout.error.missing",
  too_long: "checkout.error.too_long",
  malformed: "checkout.error.malformed",
};

/** Answers the forms of a checkout: who buys, where to, how it is shipped, and paying. */
export function answerCheckoutForm(args: RouteArgs, checkoutId: CheckoutId): Promise<Answer> {
  return answerIntent<Answer>(args.request, {
    contact: onIntent(checkoutSchemas.contact, async (form) => {
      if (!form.ok) return refusedForm(form, "contact");
      return change(args, { checkoutId, intent: "contact", typed: texts(form.value), to: { kind: "contact", email: form.value.email } });
    }),
    address: onIntent(checkoutSchemas.address, async (form) => {
      if (!form.ok) return refusedForm(form, "address");
      const typed = texts(form.value);
      return change(args, { checkoutId, intent: "address", typed, to: { kind: "address", address: typed } });
    }),
    // Another country writes its addresses in another way: the form comes back with what was typed.
    country: onIntent(checkoutSchemas.address, async (form) =>
      form.ok ? data({ errors: {}, values: texts(form.value), message: null, intent: "address" }) : refusedForm(form, "address"),
    ),
    shipping: onIntent(checkoutSchemas.shipping, async (form) => {
      if (!form.ok) return refusedForm(form, "shipping");
      const to = { kind: "shipping", brandId: form.value.brand as BrandId, optionId: form.value.option } as const;
      return change(args, { checkoutId, intent: "shipping", typed: texts(form.value), to });
    }),
    pay: onIntent(checkoutSchemas.pay, async (form) => (form.ok ? pay(args, { ...form.value, checkoutId }) : refusedForm(form, "pay"))),
  });
}

type Changing = { readonly checkoutId: CheckoutId; readonly intent: string; readonly typed: Typed; readonly to: CheckoutChange };

async function change(args: RouteArgs, { checkoutId, intent, typed, to }: Changing): Promise<Answer> {
  const changed = await changeCheckout(contextOf(args).deps, { checkoutId, by: await shopperOf(args), change: to });
  if (changed.ok) return ledOn(typed, `/checkout/${checkoutId}`);
  return refusedChange(changed.error, { checkoutId, typed, intent });
}

function refusedChange(
  error: ChangeCheckoutRefusal,
  { checkoutId, typed, intent }: { readonly checkoutId: CheckoutId; readonly typed: Typed; readonly intent: string },
): Answer {
  const form = { values: typed, intent };
  switch (error.kind) {
    case "not_found":
      throw notFound();
    case "closed":
      return ledOn(typed, `/checkout/${checkoutId}`);
    case "bad_email":
      return refusedField({ field: "email", key: "account.error.email" }, form);
    case "unknown_option":
      return refusedField({ field: "form", key: "checkout.error.option" }, form);
    case "not_shipped":
      return refusedField({ field: "country", key: "checkout.error.not_shipped" }, form);
    case "bad_address": {
      const errors = Object.fromEntries(error.problems.map(({ field, problem }) => [field, ADDRESS_ERRORS[problem]]));
      return refusedForm({ errors, values: typed }, intent);
    }
  }
}

type Paying = {
  readonly checkoutId: CheckoutId;
  readonly key: string;
  readonly card: string;
  readonly save?: "1" | undefined;
  readonly total: number;
  readonly in?: string | undefined;
};

async function pay(args: RouteArgs, { checkoutId, key, card, save, total, in: place }: Paying): Promise<Answer> {
  const { deps, visitorId } = contextOf(args);
  const placed = await placeOrder(deps, {
    checkoutId,
    by: await shopperOf(args),
    visitorId,
    payKey: key,
    card: card === "typed" ? { kind: "typed", save: save === "1" } : { kind: "saved", savedCardId: card as SavedCardId },
    seenTotalMinor: minor(total),
  });
  const typed = { in: place ?? "" };
  return placed.ok ? ledOn(typed, nextAfter(placed.value)) : refusedPayment(args, placed.error, { checkoutId, typed });
}

/** Where an act of paying leads: to the thanks, to the bank, to waiting, or back to say why not. */
export function nextAfter(answer: PayAnswer): string {
  const page = `/checkout/${answer.checkoutId}`;
  switch (answer.kind) {
    case "placed":
      return `${page}/done`;
    case "challenge":
      return answer.url;
    case "waiting":
      return `${page}/wait`;
    case "failed":
      return page;
  }
}

/** 409: the shop is not as it was seen; 422: this form was sent before with other words. */
const STATUS: Readonly<Record<PlaceOrderRefusal["kind"], number>> = {
  not_found: 404,
  key_reused: 422,
  already_paying: 409,
  closed: 409,
  expired: 409,
  bag_changed: 409,
  no_card: 400,
  incomplete: 400,
  lines_changed: 409,
  total_changed: 409,
};

function refusedPayment(
  args: RouteArgs,
  error: PlaceOrderRefusal,
  { checkoutId, typed }: { readonly checkoutId: CheckoutId; readonly typed: Typed },
): Answer {
  if (error.kind === "not_found") throw notFound();
  if (error.kind === "already_paying") return ledOn(typed, `/checkout/${checkoutId}/wait`);
  if (error.kind === "closed" || error.kind === "expired") return ledOn(typed, `/checkout/${checkoutId}`);
  return data({ errors: {}, values: {}, message: tellRefusal(args, error), intent: "pay" }, { status: STATUS[error.kind] });
}

/** The sentences that need nothing filled in. */
const SENTENCES: Readonly<Record<Exclude<PlaceOrderRefusal["kind"], "lines_changed" | "incomplete">, PlainKey>> = {
  not_found: "error.not_found.body",
  key_reused: "checkout.refused.key_reused",
  already_paying: "wait.title",
  closed: "checkout.expired",
  expired: "checkout.expired",
  bag_changed: "checkout.refused.bag_changed",
  no_card: "checkout.refused.no_card",
  total_changed: "checkout.refused.total_changed",
};

function tellRefusal(args: RouteArgs, error: PlaceOrderRefusal): string {
  const { t, tell, locale } = textsOf(args);
  if (error.kind === "incomplete") return t(`checkout.refused.missing_${error.missing}`);
  if (error.kind !== "lines_changed") return tell(SENTENCES[error.kind], {});
  const titles = new Intl.ListFormat(locale).format(error.lines.map(({ title }) => title));
  return t("checkout.refused.lines_changed", { titles });
}

function texts(form: Readonly<Record<string, string | undefined>>): Typed {
  return Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
