import { isDemoEmail } from "~/domain/accounts/demo-persona";
import { parseEmail } from "~/domain/accounts/email";
import type { KeptMail } from "~/ports/mailbox";
import { hasDuties } from "~db/queries/people";
import type { WebDeps } from "./web-deps";

/** As many as a page shows without paging. */
const MOST = 50;

/** An operator reads everything; a visitor of the demo what was sent to one address. */
export type MailReader = "operator" | { readonly visitorWants: string };

/**
 * The newest messages that were kept instead of sent; `null` when a mail server sends them. Links in mails open
 * accounts, so visitors never see what was sent to an operator or to a brand's team, but for the demo's own people.
 */
export async function readMailbox(deps: WebDeps, reader: MailReader): Promise<readonly KeptMail[] | null> {
  if (deps.mailbox === null) return null;
  if (reader === "operator") return deps.mailbox.list({ limit: MOST });
  const to = parseEmail(reader.visitorWants);
  if (to === undefined || (!isDemoEmail(to) && (await hasDuties(deps.db.query, to)))) return [];
  return deps.mailbox.list({ limit: MOST, to });
}
