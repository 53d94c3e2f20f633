import type { Accounts } from "~/ports/accounts";
import type { Mailbox } from "~/ports/mailbox";
import type { Mailer } from "~/ports/mailer";
import type { Passwords } from "~/ports/passwords";
import type { Deps } from "./deps";

/** What making a person needs besides the rest; the command line and the demo have it too. */
export type PeopleDeps = Deps & { readonly passwords: Passwords };

/** What use cases around sign-ins need: sessions, links, mail. */
export type AccountDeps = PeopleDeps & {
  readonly accounts: Accounts;
  readonly mailer: Mailer;
  /** False: the demo's people, whom anybody could be, are nobody here. */
  readonly demo: boolean;
  /** Scheme, host and port that links in mails begin with. */
  readonly publicOrigin: string;
};

/** What the web's routes may hand to services. */
export type WebDeps = AccountDeps & {
  /** `null` when messages leave through a mail server. */
  readonly mailbox: Mailbox | null;
};
