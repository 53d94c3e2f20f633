import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/http/actor";
import { contextOf } from "~/http/context";
import { mailRows } from "~/http/mailbox";
import { textsOf } from "~/http/texts";
import { MailboxList } from "~/ui/accounts/mailbox-list";

export { notFoundAction as action } from "~/http/refusals";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** Every mail that was kept because no mail server is set. */
export async function loader(args: LoaderFunctionArgs) {
  await requireOperator(args);
  const { t } = textsOf(args);
  return {
    title: t("page.title", { page: t("mailbox.title") }),
    mails: await mailRows(args, "operator"),
    origin: contextOf(args).env.publicOrigin,
  };
}

export default function OperatorMailbox() {
  const { mails, origin } = useLoaderData<typeof loader>();
  return <MailboxList mails={mails} origin={origin} />;
}
