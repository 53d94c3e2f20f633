import { createTransport } from "nodemailer";
import type { Mailer } from "~/ports/mailer";

/** A mail server that has not answered by then is treated as down. */
const TIMEOUT_MS = 10_000;

/** Hands each message to the mail server at `url` (`smtp://user:password@host:port`). Errors: whatever the server refuses. */
export function smtpMailer(url: string, by: { readonly from: string }): Mailer {
  const transport = createTransport({ url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS });
  return {
    async send(mail) {
      await transport.sendMail({ from: by.from, to: mail.to, subject: mail.subject, text: mail.text });
    },
  };
}
