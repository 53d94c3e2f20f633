import { Fragment } from "react";
import { EmptyState } from "../display/empty-state";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { useTexts } from "../texts/texts-context";
import styles from "./mailbox-list.module.css";

/** A kept message; links in its text can be followed. */
export type MailRow = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
};

/** Messages that were kept instead of sent, the newest first; `null` when a mail server sends them. */
export function MailboxList({ mails, origin }: { readonly mails: readonly MailRow[] | null; readonly origin: string }) {
  const { t } = useTexts();
  if (mails === null) return <EmptyState title={t("mailbox.title")}>{t("mailbox.smtp")}</EmptyState>;
  return (
    <>
      <Say rest={t("mailbox.rest")}>{t("mailbox.sentence", { count: mails.length })}</Say>
      {mails.length === 0 ? <EmptyState>{t("mailbox.empty")}</EmptyState> : null}
      {mails.map((mail) => (
        <Section key={mail.id} title={mail.subject} note={`${t("mailbox.to", { email: mail.to })} · ${mail.sentAt}`}>
          <p className={styles.text}>
            <WithLinks text={mail.text} origin={origin} />
          </p>
        </Section>
      ))}
    </>
  );
}

/** Addresses of this installation become links, each on a line of its own in our mails; every other text stays text. */
function WithLinks({ text, origin }: { readonly text: string; readonly origin: string }) {
  const [before, ...rest] = text.split(`${origin}/`);
  return (
    <>
      {before}
      {rest.map((part) => {
        const path = `/${/^\S*/.exec(part)?.[0] ?? ""}`;
        return (
          <Fragment key={part}>
            <a href={path}>{`${origin}${path}`}</a>
            {part.slice(path.length - 1)}
          </Fragment>
        );
      })}
    </>
  );
}
