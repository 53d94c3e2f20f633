import type { ActionFunctionArgs } from "@remix-run/node";
import { contextOf } from "~/http/context";
import { receiveWebhook } from "~/services/receive-webhook";

/** Takes a notice of the payment provider's in. Whoever did not sign it is told nothing. */
export async function action(args: ActionFunctionArgs) {
  const headers = Object.fromEntries(args.request.headers);
  const taken = await receiveWebhook(contextOf(args).deps, { headers, body: await args.request.text() });
  return new Response(null, { status: taken.ok ? 204 : 401 });
}

export function loader() {
  throw new Response(null, { status: 405, headers: { Allow: "POST" } });
}
