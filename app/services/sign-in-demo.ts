import { type DemoPersona, demoEmail } from "~/domain/accounts/demo-persona";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Caller, Cookies } from "~/ports/accounts";
import { findPersonByEmail } from "~db/queries/people";
import { countAttempt } from "~db/queries/rate-limits";
import { deleteSessionByToken } from "~db/queries/sessions";
import { transact } from "~db/transaction";
import type { AccountDeps } from "./web-deps";

export type DemoRefusal = { readonly kind: "not_there_yet" } | { readonly kind: "too_many"; readonly retryAfterSeconds: number };

/** Signs a visitor in as one of the demo's people, without a password; refused until the demo has made them. */
export async function signInDemo(
  deps: AccountDeps,
  input: { readonly persona: DemoPersona; readonly cookieHeader: string; readonly caller: Caller },
): Promise<Outcome<{ readonly cookies: Cookies }, DemoRefusal>> {
  const attempt = { attempt: "demo_sign_in", account: null, address: input.caller.address, now: deps.clock.now() } as const;
  const wait = await countAttempt(deps.db.query, attempt);
  if (wait !== null) return refused({ kind: "too_many", retryAfterSeconds: wait });
  const person = await findPersonByEmail(deps.db.query, demoEmail(input.persona));
  if (person === null) return refused({ kind: "not_there_yet" });
  const cookies = await deps.accounts.openSession({ personId: person.personId, caller: input.caller });
  const earlier = deps.accounts.tokenIn(input.cookieHeader);
  if (earlier !== null) await transact(deps.db, (tx) => deleteSessionByToken(tx, earlier));
  return done({ cookies });
}
