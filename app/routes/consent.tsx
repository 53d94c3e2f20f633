import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { visitorOf } from "~/domain/tracking/consent";
import { readActorOf } from "~/http/actor";
import { refusalCookies, visitorCookies } from "~/http/consent-cookies";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { redirectWithCookies } from "~/http/redirect-with-cookies";
import { badRequest } from "~/http/refusals";
import { safePath } from "~/http/safe-path";
import { textsOf } from "~/http/texts";
import { consentSchema } from "~/schemas/consent";
import { setConsent } from "~/services/set-consent";
import { ConsentPage } from "~/ui/consent/consent-page";
import { Notice } from "~/ui/forms/notice";
import { pageTitle } from "~/ui/layout/page-title";
import { personOf } from "~/ui/layout/person";
import { PublicPage } from "~/ui/layout/public-page";
import { useTexts } from "~/ui/texts/texts-context";

export const meta: MetaFunction<typeof loader> = pageTitle;

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  const { consent } = contextOf(args);
  return {
    title: t("page.title", { page: t("consent.page") }),
    person: actor === null ? null : personOf(actor),
    state: consent.kind === "refused" && consent.by === "signal" ? ("signal" as const) : consent.kind,
    done: new URL(args.request.url).searchParams.has("done"),
  };
}

/** Keeps the answer and leads back. A browser's own signal outweighs a yes given here. */
export async function action(args: ActionFunctionArgs) {
  const { deps, env, consent, carried } = contextOf(args);
  const form = await parseForm(args.request, consentSchema);
  if (!form.ok) throw badRequest();
  const agrees = form.value.answer === "accept" && !(consent.kind === "refused" && consent.by === "signal");
  const actor = await readActorOf(args);
  const visitorId = await setConsent(deps, {
    agrees,
    visitorId: visitorOf(consent),
    personId: actor?.personId ?? null,
    touchIds: carried,
  });
  const cookies = visitorId === null ? refusalCookies(env.publicOrigin) : visitorCookies(visitorId, env.publicOrigin);
  return redirectWithCookies(safePath(form.value.next, "/consent?done=1"), cookies);
}

export default function Consent() {
  const { person, state, done } = useLoaderData<typeof loader>();
  const { t } = useTexts();
  return (
    <PublicPage person={person} width="narrow">
      {done ? (
        <Notice kind="done" focus>
          {t("consent.done")}
        </Notice>
      ) : null}
      <ConsentPage state={state} />
    </PublicPage>
  );
}
