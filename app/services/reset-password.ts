import { passwordProblem } from "~/domain/accounts/password";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { countAttempt } from "~db/queries/rate-limits";
import type { AccountDeps } from "./web-deps";

export type ResetRefusal =
  | { readonly kind: "link_invalid" | "password_too_short" | "password_too_long" }
  | { readonly kind: "too_many"; readonly retryAfterSeconds: number };

/** Sets a new password by a mailed link, which works once, and ends every session of the person. */
export async function resetPassword(
  deps: AccountDeps,
  input: { readonly token: string; readonly password: string; readonly address: string },
): Promise<Outcome<null, ResetRefusal>> {
  const problem = passwordProblem(input.password);
  if (problem !== null) return refused({ kind: problem });
  const wait = await countAttempt(deps.db.query, { attempt: "reset", account: null, address: input.address, now: deps.clock.now() });
  if (wait !== null) return refused({ kind: "too_many", retryAfterSeconds: wait });
  const answer = await deps.accounts.resetPassword({ token: input.token, password: input.password });
  return answer === "done" ? done(null) : refused({ kind: "link_invalid" });
}
