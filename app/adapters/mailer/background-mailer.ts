import type { Log } from "~/ports/log";
import type { Mailer } from "~/ports/mailer";

/**
 * Sends behind the answer: how long a mail server takes must not tell a caller whether an address is known.
 * `settle` waits for what is still on its way.
 */
export function backgroundMailer(mailer: Mailer, log: Log): Mailer & { readonly settle: () => Promise<void> } {
  const underway = new Set<Promise<void>>();
  return {
    async send(mail) {
      const sending = mailer.send(mail).catch((error: unknown) => log.error("A mail could not be sent.", error));
      underway.add(sending);
      void sending.finally(() => underway.delete(sending));
    },
    settle: async () => {
      await Promise.all(underway);
    },
  };
}
