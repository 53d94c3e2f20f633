import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBrand } from "~/http/brand";
import { contextOf } from "~/http/context";
import { eventStream } from "~/http/event-stream";
import { tooManyRequests } from "~/http/refusals";

export { notFoundAction as action } from "~/http/refusals";

/** Streams end after a minute. */
const BUSY_SECONDS = 60;

/** Tells an open page the version of its brand's figures, now and whenever it changes. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, brand } = await requireBrand(args, "read_reports");
  // Anything but an event source would wait for an end that does not come.
  if (!(args.request.headers.get("Accept") ?? "").includes("text/event-stream"))
    return new Response("", { status: 406, statusText: "Not Acceptable" });
  const { live } = contextOf(args);
  const giveBack = live.admit(actor.personId);
  if (giveBack === null) return tooManyRequests(BUSY_SECONDS);
  return eventStream(args.request.signal, (send, end) => {
    const unwatch = live.watch(brand.brandId, (version) => send("version", { version }));
    const forget = live.onClose(end);
    return () => {
      unwatch();
      forget();
      giveBack();
    };
  });
}
