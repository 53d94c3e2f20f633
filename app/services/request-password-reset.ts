import { parseEmail } from "~/domain/accounts/email";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";
import type { Locale } from "~/ui/texts/locale";
import { textsFor } from "~/ui/texts/texts-for";
import { countAttempt } from "~db/queries/rate-limits";
import type { AccountDeps } from "./web-deps";

export type ForgotRefusal = { readonly kind: "email_invalid" } | { readonly kind: "too_many"; readonly retryAfterSeconds: number };

/** Mails a link that sets a new password, when somebody has this address. The caller learns the same either way. */
export async function requestPasswordReset(
  deps: AccountDeps,
  input: { readonly email: string; readonly address: string; readonly locale: Locale },
): Promise<Outcome<null, ForgotRefusal>> {
  const email = parseEmail(input.email);
  if (email === undefined) return refused({ kind: "email_invalid" });
  const wait = await countAttempt(deps.db.query, { attempt: "forgot", account: email, address: input.address, now: deps.clock.now() });
  if (wait !== null) return refused({ kind: "too_many", retryAfterSeconds: wait });

  const reset = await deps.accounts.requestReset(email);
  if (reset === null) return done(null);
  const { t } = textsFor(input.locale);
  const link = `${deps.publicOrigin}/reset?token=${encodeURIComponent(reset.token)}`;
  await deps.mailer.send({ to: reset.email, subject: t("mail.reset.subject"), text: t("mail.reset.text", { name: reset.name, link }) });
  return done(null);
}
