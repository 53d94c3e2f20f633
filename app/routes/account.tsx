import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerAccountForm } from "~/http/account-forms";
import { requireActor } from "~/http/actor";
import { contextOf } from "~/http/context";
import { textsOf } from "~/http/texts";
import { listSessions } from "~/services/list-sessions";
import { AccountPage } from "~/ui/accounts/account-page";
import { deviceName } from "~/ui/accounts/device-name";
import { NameForm, PasswordForm } from "~/ui/accounts/profile-forms";
import { RoleLinks } from "~/ui/accounts/role-links";
import { type SessionRow, SessionTable } from "~/ui/accounts/session-table";
import { shortAddress } from "~/ui/accounts/short-address";
import { formatMoment } from "~/ui/format/times";
import { Notice } from "~/ui/forms/notice";
import { personOf } from "~/ui/layout/person";
import { useTexts } from "~/ui/texts/texts-context";

export { actionHeaders as headers } from "~/http/action-headers";

/** What was done just before, said above the page. */
const DONE = {
  name: "profile.name_saved",
  password: "profile.password_changed",
  session: "profile.session_ended",
} as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { t, locale } = textsOf(args);
  const query = new URL(args.request.url).searchParams;
  const sessions = (await listSessions(contextOf(args).deps, actor)).map(
    (session): SessionRow => ({
      id: session.id,
      device: deviceName(session.userAgent) ?? t("profile.unknown_device"),
      // Where the reader is, is not known here; UTC is said with it.
      since: `${formatMoment(locale, session.startedAt, "UTC")} UTC`,
      address: shortAddress(session.address),
      current: session.current,
    }),
  );
  return {
    title: t("page.title", { page: t("profile.title") }),
    person: personOf(actor),
    email: actor.email,
    sessions,
    done: Object.entries(DONE).find(([name]) => name === query.get("done"))?.[1] ?? null,
    othersEnded: /^\d{1,4}$/.test(query.get("others") ?? "") ? Number(query.get("others")) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const answer = await answerAccountForm(args, await requireActor(args));
  return typeof answer === "string" ? redirect(answer) : answer;
}

export default function Account() {
  const { person, email, sessions, done, othersEnded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts();
  return (
    <AccountPage person={person} say={t("profile.sentence", { name: person.name })} rest={t("profile.rest", { email })}>
      {done !== null && answer === undefined ? (
        <Notice kind="done" focus>
          {t(done)}
        </Notice>
      ) : null}
      {othersEnded !== null && answer === undefined ? (
        <Notice kind="done" focus>
          {t("profile.others_ended", { count: othersEnded })}
        </Notice>
      ) : null}
      <RoleLinks person={person} />
      <NameForm name={person.name} answer={answer} />
      <PasswordForm email={email} answer={answer} />
      <SessionTable sessions={sessions} />
    </AccountPage>
  );
}
