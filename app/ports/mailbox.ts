import type { Instant } from "~/domain/kernel/branded";
import type { Mail } from "./mailer";

/** A message that was kept instead of leaving the machine. */
export type KeptMail = Mail & { readonly id: string; readonly from: string; readonly sentAt: Instant };

/** Where messages stay when no mail server is set: read by the demo's viewer and by operators. */
export type Mailbox = {
  /** The newest first, at most `limit`; only those to `to` when it is given. */
  readonly list: (filter: { readonly to?: string; readonly limit: number }) => Promise<readonly KeptMail[]>;
};
