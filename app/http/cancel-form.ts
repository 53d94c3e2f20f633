import { data } from "@remix-run/node";
import { parseCancelReason } from "~/domain/orders/cancel-reasons";
import { cancelSchema } from "~/schemas/checkout";
import { type CancelRefusal, cancelLines } from "~/services/cancel-lines";
import { readOrder } from "~/services/read-order";
import type { PlainKey } from "~/ui/texts/plain-key";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";
import { parseTyped, readTyped } from "./form";
import { badRequest, notFound } from "./refusals";
import { shopperOf } from "./shopper";
import { textsOf } from "./texts";

const REFUSALS: Readonly<Record<Exclude<CancelRefusal["kind"], "order_not_found">, PlainKey>> = {
  line_not_found: "order.refused.changed",
  nothing_chosen: "order.refused.nothing_chosen",
  not_cancelable: "order.refused.window_closed",
  too_many: "order.refused.changed",
};

type Refused = ReturnType<typeof data<{ readonly message: string }>>;

/** Cancels units of an order for its shopper: where it goes on, or the sentence that says why not. */
export async function answerCancelForm(args: RouteArgs, number: string): Promise<string | Refused> {
  const { deps } = contextOf(args);
  const typed = await readTyped(args.request);
  const by = await shopperOf(args);
  const read = await readOrder(deps, { by, number });
  if (!read.ok) throw notFound();
  const form = parseTyped(typed, cancelSchema);
  const reason = form.ok ? parseCancelReason(form.value.reason) : undefined;
  if (!form.ok || reason === undefined) throw badRequest();
  const order = read.value;
  // A form that was sent before, or from an older page: what it counts is no longer so.
  if (order.version !== form.value.version) return refuse(args, "order.refused.changed", 409);
  const lines = order.lines.map(({ orderLineId }) => ({ orderLineId, quantity: unitsIn(typed[`units-${orderLineId}`]) }));
  const canceled = await cancelLines(deps, { shopper: by, orderId: order.orderId, lines, reason });
  if (canceled.ok) return `/orders/${number}?done=canceled`;
  if (canceled.error.kind === "order_not_found") throw notFound();
  return refuse(args, REFUSALS[canceled.error.kind], canceled.error.kind === "nothing_chosen" ? 400 : 409);
}

function refuse(args: RouteArgs, key: PlainKey, status: number): Refused {
  return data({ message: textsOf(args).tell(key, {}) }, { status });
}

function unitsIn(text: string | undefined): number {
  return text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) : 0;
}
