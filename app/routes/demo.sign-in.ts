import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { parseDemoPersona } from "~/domain/accounts/demo-persona";
import { callerOf, cookiesOf } from "~/http/caller";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { landSignedIn } from "~/http/landing";
import { localeCookie } from "~/http/locale-cookie";
import { badRequest, notFound, tooManyRequests } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { demoSignInSchema } from "~/schemas/accounts";
import { signInDemo } from "~/services/sign-in-demo";

/** One tap signs a visitor of the demo in as one of its people; without the demo there is nothing here. */
export async function action(args: ActionFunctionArgs) {
  const { deps, env } = contextOf(args);
  if (!env.demo) throw notFound();
  const form = await parseForm(args.request, demoSignInSchema);
  const persona = form.ok ? parseDemoPersona(form.value.persona) : undefined;
  if (!form.ok || persona === undefined) throw badRequest();
  const outcome = await signInDemo(deps, { persona, cookieHeader: cookiesOf(args), caller: callerOf(args) });
  if (!outcome.ok && outcome.error.kind === "too_many") throw tooManyRequests(outcome.error.retryAfterSeconds);
  if (!outcome.ok) throw badRequest(textsOf(args).t("demo.not_there_yet"));
  // Camille reads French: her story shows the second language.
  const also = persona === "camille" ? [localeCookie("fr", env.publicOrigin)] : [];
  return landSignedIn(args, { cookies: outcome.value.cookies, next: form.value.next, also });
}

export function loader() {
  return redirect("/");
}
