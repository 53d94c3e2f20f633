import { isDemoEmail } from "~/domain/accounts/demo-persona";
import { parseEmail } from "~/domain/accounts/email";
import type { Actor } from "~/domain/accounts/roles";
import { findActor } from "~db/queries/sessions";
import type { AccountDeps } from "./web-deps";

/**
 * Who sends these cookies, with every hat they wear; `null` for anonymous callers, forged and ended sessions, and
 * for the demo's people once the demo is off: sessions that visitors began as them may live on for a month.
 */
export async function readActor(deps: AccountDeps, cookieHeader: string): Promise<Actor | null> {
  const token = deps.accounts.tokenIn(cookieHeader);
  if (token === null) return null;
  const actor = await findActor(deps.db.query, { token, now: deps.clock.now() });
  if (actor === null || deps.demo) return actor;
  const email = parseEmail(actor.email);
  return email !== undefined && isDemoEmail(email) ? null : actor;
}
