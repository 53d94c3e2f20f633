import { isDemoEmail } from "~/domain/accounts/demo-persona";
import { parseEmail } from "~/domain/accounts/email";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Caller, Cookies } from "~/ports/accounts";
import type { Locale } from "~/ui/texts/locale";
import { textsFor } from "~/ui/texts/texts-for";
import { countAttempt } from "~db/queries/rate-limits";
import { deleteSessionByToken } from "~db/queries/sessions";
import { transact } from "~db/transaction";
import type { AccountDeps } from "./web-deps";

export type SignInRefusal =
  | { readonly kind: "wrong_credentials" }
  | { readonly kind: "unverified" }
  | { readonly kind: "too_many"; readonly retryAfterSeconds: number };

/**
 * Opens a session for the right e-mail and password and ends the one the browser had. An unknown address and a
 * wrong password are one refusal, reached by the same work. The right password of an address that was never
 * confirmed mails a fresh link.
 */
export async function signIn(
  deps: AccountDeps,
  input: {
    readonly email: string;
    readonly password: string;
    readonly cookieHeader: string;
    readonly caller: Caller;
    readonly locale: Locale;
  },
): Promise<Outcome<{ readonly cookies: Cookies }, SignInRefusal>> {
  const email = parseEmail(input.email);
  const attempt = { attempt: "sign_in", account: email ?? null, address: input.caller.address, now: deps.clock.now() } as const;
  const wait = await countAttempt(deps.db.query, attempt);
  if (wait !== null) return refused({ kind: "too_many", retryAfterSeconds: wait });

  // An address that may not enter still goes through the hashing of an unknown one. Visitors of a demo could set its
  // people's passwords.
  const mayEnter = email !== undefined && (deps.demo || !isDemoEmail(email));
  const credentials = { email: mayEnter ? email : "nobody@vitrine.invalid", password: input.password };
  const answer = await deps.accounts.signIn({ ...credentials, caller: input.caller });
  if (answer.kind === "wrong") return refused({ kind: "wrong_credentials" });
  if (answer.kind === "unverified") {
    const { t } = textsFor(input.locale);
    const link = `${deps.publicOrigin}/verify?token=${encodeURIComponent(answer.token)}`;
    await deps.mailer.send({
      to: answer.email,
      subject: t("mail.verify.subject"),
      text: t("mail.verify.text", { name: answer.name, link }),
    });
    return refused({ kind: "unverified" });
  }
  const earlier = deps.accounts.tokenIn(input.cookieHeader);
  if (earlier !== null) await transact(deps.db, (tx) => deleteSessionByToken(tx, earlier));
  return done({ cookies: answer.cookies });
}
