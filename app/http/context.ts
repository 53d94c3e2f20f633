import type { AppLoadContext } from "@remix-run/node";
import type { LiveFeed } from "~/ports/live-feed";
import type { WebDeps } from "~/services/web-deps";
import type { Locale } from "~/ui/texts/locale";

/** What the server hands to every loader and action of one request. */
export type WebContext = {
  readonly deps: WebDeps;
  /** Marks this response's own scripts and styles. */
  readonly nonce: string;
  readonly locale: Locale;
  /** The caller's address, told by a trusted proxy or by the connection. */
  readonly address: string;
  readonly live: LiveFeed;
  readonly env: PublicEnv;
};

/** The part of the environment that pages depend on. */
export type PublicEnv = {
  readonly mode: "production" | "development" | "test";
  readonly demo: boolean;
  readonly publicOrigin: string;
};

declare module "@remix-run/server-runtime" {
  // Remix reads the load context's shape from this interface; it can only be widened by merging.
  interface AppLoadContext extends WebContext {}
}

/** The request's context, from a loader's or action's arguments. */
export function contextOf(args: { readonly context: AppLoadContext }): WebContext {
  return args.context;
}
