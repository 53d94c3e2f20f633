import type { BrandId, PersonId } from "~/domain/kernel/branded";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";
import { eventStream } from "./event-stream";
import { tooManyRequests } from "./refusals";

/** Streams end after a minute. */
const BUSY_SECONDS = 60;

/** Tells an open page the version of these brands' figures together, now and whenever it changes. */
export function streamVersions(
  args: RouteArgs,
  watching: { readonly personId: PersonId; readonly brandIds: readonly BrandId[] },
): Response {
  // Anything but an event source would wait for an end that does not come.
  if (!(args.request.headers.get("Accept") ?? "").includes("text/event-stream"))
    return new Response("", { status: 406, statusText: "Not Acceptable" });
  const { live } = contextOf(args);
  const giveBack = live.admit(watching.personId);
  if (giveBack === null) return tooManyRequests(BUSY_SECONDS);
  return eventStream(args.request.signal, (send, end) => {
    const unwatch = live.watch(watching.brandIds, (version) => send("version", { version }));
    const forget = live.onClose(end);
    return () => {
      unwatch();
      forget();
      giveBack();
    };
  });
}
