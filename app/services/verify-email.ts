import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import { countAttempt } from "~db/queries/rate-limits";
import type { AccountDeps } from "./web-deps";

export type VerifyRefusal =
  | { readonly kind: "expired" | "invalid" | "wrong_password" }
  | { readonly kind: "too_many"; readonly retryAfterSeconds: number };

/**
 * Confirms the address a link was mailed to, for whoever knows the password that was chosen at sign-up: a stranger
 * may have signed up with this address, and its owner must not open the account for them by following the link.
 * A link confirms as often as it is used, until it expires.
 */
export async function verifyEmail(
  deps: AccountDeps,
  input: { readonly token: string; readonly password: string; readonly address: string },
): Promise<Outcome<null, VerifyRefusal>> {
  const attempt = { attempt: "verify", account: input.token, address: input.address, now: deps.clock.now() } as const;
  const wait = await countAttempt(deps.db.query, attempt);
  if (wait !== null) return refused({ kind: "too_many", retryAfterSeconds: wait });
  const answer = await deps.accounts.verifyEmail({ token: input.token, password: input.password });
  return answer === "verified" ? done(null) : refused({ kind: answer });
}
