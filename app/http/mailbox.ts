import { type MailReader, readMailbox } from "~/services/read-mailbox";
import type { MailRow } from "~/ui/accounts/mailbox-list";
import { formatMoment } from "~/ui/format/times";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";
import { textsOf } from "./texts";

/** The kept messages as a page shows them; `null` when a mail server sends them. */
export async function mailRows(args: RouteArgs, reader: MailReader): Promise<readonly MailRow[] | null> {
  const mails = await readMailbox(contextOf(args).deps, reader);
  const { locale } = textsOf(args);
  return mails === null
    ? null
    : mails.map(({ id, subject, text, sentAt, ...mail }) => ({
        id,
        subject,
        text,
        to: mail.to,
        sentAt: `${formatMoment(locale, sentAt, "UTC")} UTC`,
      }));
}
