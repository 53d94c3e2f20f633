import type { Caller } from "~/ports/accounts";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";

/** Longer names of browsers are cut. */
const LONGEST_AGENT = 300;

/** Who asks, as a session remembers it for its owner. */
export function callerOf(args: RouteArgs): Caller {
  return { address: contextOf(args).address, userAgent: (args.request.headers.get("User-Agent") ?? "").slice(0, LONGEST_AGENT) };
}

/** The request's cookies as sent. */
export function cookiesOf(args: RouteArgs): string {
  return args.request.headers.get("Cookie") ?? "";
}
