import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { mailRows } from "~/http/mailbox";
import { notFound } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { MailboxList } from "~/ui/accounts/mailbox-list";
import { personOf } from "~/ui/layout/person";
import { PublicPage } from "~/ui/layout/public-page";

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Mails to one address of a demo that sends none, so that a visitor can go through a sign-up of their own. */
export async function loader(args: LoaderFunctionArgs) {
  const { env, deps } = contextOf(args);
  const to = new URL(args.request.url).searchParams.get("to")?.trim() ?? "";
  if (!env.demo || deps.mailbox === null || to === "") throw notFound();
  const { t } = textsOf(args);
  const actor = await readActorOf(args);
  return {
    title: t("page.title", { page: t("mailbox.title") }),
    person: actor === null ? null : personOf(actor),
    mails: await mailRows(args, { visitorWants: to }),
    origin: env.publicOrigin,
  };
}

export default function DemoMailbox() {
  const { person, mails, origin } = useLoaderData<typeof loader>();
  return (
    <PublicPage person={person} width="narrow">
      <MailboxList mails={mails} origin={origin} />
    </PublicPage>
  );
}
