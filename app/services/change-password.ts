import { passwordProblem } from "~/domain/accounts/password";
import type { Actor } from "~/domain/accounts/roles";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Caller, Cookies } from "~/ports/accounts";
import { countAttempt } from "~db/queries/rate-limits";
import type { AccountDeps } from "./web-deps";

export type ChangePasswordRefusal =
  | { readonly kind: "wrong_password" | "password_too_short" | "password_too_long" }
  | { readonly kind: "too_many"; readonly retryAfterSeconds: number };

/** Changes the password of whoever knows the current one; every other session ends and this one gets a new name. */
export async function changePassword(
  deps: AccountDeps,
  input: { readonly actor: Actor; readonly cookieHeader: string; readonly current: string; readonly next: string; readonly caller: Caller },
): Promise<Outcome<{ readonly cookies: Cookies }, ChangePasswordRefusal>> {
  const problem = passwordProblem(input.next);
  if (problem !== null) return refused({ kind: problem });
  const attempt = {
    attempt: "change_password",
    account: input.actor.personId,
    address: input.caller.address,
    now: deps.clock.now(),
  } as const;
  const wait = await countAttempt(deps.db.query, attempt);
  if (wait !== null) return refused({ kind: "too_many", retryAfterSeconds: wait });
  const { cookieHeader, current, next, caller } = input;
  const answer = await deps.accounts.changePassword({ cookieHeader, current, next, caller });
  return answer.kind === "changed" ? done({ cookies: answer.cookies }) : refused({ kind: "wrong_password" });
}
