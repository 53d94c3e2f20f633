import { setTimeout as sleep } from "node:timers/promises";
import type { Provider } from "../provider";
import { type Exchange, sendJson } from "./exchange";
import type { Operation, Trouble } from "./trouble";

export type Desk = {
  readonly provider: Provider;
  readonly trouble: Trouble;
  /** Something may have to be told: look at once. */
  readonly wake: () => void;
};

/** Work in one transaction, then `reply`, with whatever trouble was ordered in between. */
export async function perform<Result>(
  { provider, trouble, wake }: Desk,
  { exchange, operation }: { readonly exchange: Exchange; readonly operation: Operation },
  { work, reply }: { readonly work: () => Result; readonly reply: (result: Result) => void },
): Promise<void> {
  const met = trouble.take(operation);
  if (met?.fault === "timeout_before") return;
  if (met?.fault === "error_before") return unavailable(exchange);
  if (met !== undefined && met.delayMs > 0) await sleep(met.delayMs);
  const result = await provider.books.together(() => {
    const outcome = work();
    trouble.reach(operation, "before_commit");
    return outcome;
  });
  wake();
  trouble.reach(operation, "before_reply");
  if (met?.fault === "timeout_after") return;
  if (met?.fault === "error_after") return unavailable(exchange);
  if (met?.fault === "lose_reply") exchange.response.destroy();
  else reply(result);
}

function unavailable(exchange: Exchange): void {
  sendJson(exchange, 503, { message: "The provider has a problem of its own." });
}
