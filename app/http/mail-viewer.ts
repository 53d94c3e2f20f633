import type { AppLoadContext } from "@remix-run/node";
import { contextOf } from "./context";

/** Where the reader finds a mail to this address in a demo that sends none; `null` when mails are really sent or the demo is off. */
export function mailViewer(args: { readonly context: AppLoadContext }, email: string): string | null {
  const { deps, env } = contextOf(args);
  return env.demo && deps.mailbox !== null ? `/demo/mailbox?to=${encodeURIComponent(email)}` : null;
}
