import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { localeCookie } from "~/http/locale-cookie";
import { redirectWithCookies } from "~/http/redirect-with-cookies";
import { badRequest } from "~/http/refusals";
import { safePath } from "~/http/safe-path";
import { preferencesSchema } from "~/schemas/accounts";
import { parseLocale } from "~/ui/texts/locale";

/** Remembers the reader's language on this device and leads back. */
export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, preferencesSchema);
  const locale = form.ok ? parseLocale(form.value.locale) : undefined;
  if (!form.ok || locale === undefined) throw badRequest();
  return redirectWithCookies(safePath(form.value.next, "/"), [localeCookie(locale, contextOf(args).env.publicOrigin)]);
}

export function loader() {
  return redirect("/");
}
