import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayOnBrand } from "~/domain/accounts/roles";
import { requireBrand } from "~/http/brand";
import { contextOf } from "~/http/context";
import { answerTeamForm } from "~/http/team-forms";
import { textsOf } from "~/http/texts";
import { listTeam } from "~/services/list-team";
import { AddMemberForm } from "~/ui/accounts/add-member-form";
import { FormMessage } from "~/ui/accounts/form-message";
import { TeamPage } from "~/ui/accounts/team-page";
import { TeamTable } from "~/ui/accounts/team-table";
import { Say } from "~/ui/display/say";
import { Section } from "~/ui/display/section";
import { Notice } from "~/ui/forms/notice";
import { useTexts } from "~/ui/texts/texts-context";

export { actionHeaders as headers } from "~/http/action-headers";

/** What was done just before, said above the list. */
const DONE = { added: "team.added", changed: "team.changed", removed: "team.removed" } as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, brand } = await requireBrand(args, "read_team");
  const { t } = textsOf(args);
  const done = new URL(args.request.url).searchParams.get("done");
  const team = await listTeam(contextOf(args).deps, brand.brandId);
  return {
    title: t("page.title", { page: `${t("team.title")} — ${brand.name}` }),
    brand: brand.name,
    mayChange: mayOnBrand(brand.role, "change_team"),
    members: team.map((member) => ({ ...member, you: member.personId === actor.personId })),
    done: Object.entries(DONE).find(([name]) => name === done)?.[1] ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const desk = await requireBrand(args, "change_team");
  const answer = await answerTeamForm(args, desk);
  return typeof answer === "string" ? redirect(answer) : answer;
}

export default function Team() {
  const { brand, members, mayChange, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts();
  const adding = answer?.intent === "add";
  return (
    <TeamPage>
      <Say>{t("team.sentence", { count: members.length, brand })}</Say>
      {done !== null && answer === undefined ? (
        <Notice kind="done" focus>
          {t(done)}
        </Notice>
      ) : null}
      {adding ? null : <FormMessage answer={answer} />}
      <Section title={t("team.members")} note={mayChange ? undefined : t("team.only_owners")}>
        <TeamTable brand={brand} members={members} mayChange={mayChange} />
      </Section>
      {mayChange ? <AddMemberForm answer={adding ? answer : undefined} /> : null}
    </TeamPage>
  );
}
