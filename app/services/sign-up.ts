import { parseEmail } from "~/domain/accounts/email";
import { passwordProblem } from "~/domain/accounts/password";
import { parsePersonName } from "~/domain/accounts/person-name";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Locale } from "~/ui/texts/locale";
import { textsFor } from "~/ui/texts/texts-for";
import { countAttempt } from "~db/queries/rate-limits";
import type { AccountDeps } from "./web-deps";

export type SignUpRefusal =
  | { readonly kind: "email_invalid" | "name_invalid" | "password_too_short" | "password_too_long" }
  | { readonly kind: "too_many"; readonly retryAfterSeconds: number };

/**
 * Takes a stranger's wish for an account and mails the address: a link that confirms it, or, when the account
 * exists, the news that it does. The caller learns the same either way.
 */
export async function signUp(
  deps: AccountDeps,
  input: { readonly email: string; readonly name: string; readonly password: string; readonly locale: Locale; readonly address: string },
): Promise<Outcome<null, SignUpRefusal>> {
  const email = parseEmail(input.email);
  if (email === undefined) return refused({ kind: "email_invalid" });
  const name = parsePersonName(input.name);
  if (name === undefined) return refused({ kind: "name_invalid" });
  const problem = passwordProblem(input.password);
  if (problem !== null) return refused({ kind: problem });
  const wait = await countAttempt(deps.db.query, { attempt: "sign_up", account: email, address: input.address, now: deps.clock.now() });
  if (wait !== null) return refused({ kind: "too_many", retryAfterSeconds: wait });

  const mail = await deps.accounts.signUp({ email, name, password: input.password });
  const { t } = textsFor(input.locale);
  if (mail.kind === "verify") {
    const link = `${deps.publicOrigin}/verify?token=${encodeURIComponent(mail.token)}`;
    await deps.mailer.send({ to: mail.email, subject: t("mail.verify.subject"), text: t("mail.verify.text", { name: mail.name, link }) });
  } else {
    const links = { signIn: `${deps.publicOrigin}/sign-in`, forgot: `${deps.publicOrigin}/forgot` };
    await deps.mailer.send({ to: mail.email, subject: t("mail.exists.subject"), text: t("mail.exists.text", links) });
  }
  return done(null);
}
