import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { landingPath } from "~/domain/accounts/landing-path";
import { readActorOf } from "~/http/actor";
import { callerOf, cookiesOf } from "~/http/caller";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { refusedField, refusedForm, tooMany } from "~/http/form-answer";
import { landSignedIn } from "~/http/landing";
import { safePath } from "~/http/safe-path";
import { textsOf } from "~/http/texts";
import { signInSchema } from "~/schemas/accounts";
import { signIn } from "~/services/sign-in";
import { AccountPage } from "~/ui/accounts/account-page";
import { FormMessage } from "~/ui/accounts/form-message";
import { useAnsweredFields } from "~/ui/accounts/use-answered-fields";
import { LinkWords } from "~/ui/display/link-words";
import { AppForm } from "~/ui/forms/app-form";
import { Field } from "~/ui/forms/field";
import { FormStack } from "~/ui/forms/form-stack";
import { Notice } from "~/ui/forms/notice";
import { SubmitButton } from "~/ui/forms/submit-button";
import { useTexts } from "~/ui/texts/texts-context";

export { actionHeaders as headers } from "~/http/action-headers";

/** What was done just before, said above the form. */
const DONE = { verified: "sign_in.verified", reset: "sign_in.reset", left: "sign_in.left" } as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const next = safePath(query.get("next"), "");
  const actor = await readActorOf(args);
  if (actor !== null) throw redirect(next === "" ? landingPath(actor) : next);
  const { t } = textsOf(args);
  const done = Object.entries(DONE).find(([name]) => name === query.get("done"))?.[1] ?? null;
  return {
    title: t("page.title", { page: t("sign_in.title") }),
    next,
    said: done ?? (next === "" ? null : ("sign_in.needed" as const)),
    done,
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, signInSchema);
  if (!form.ok) return refusedForm(form);
  const { email, password, next } = form.value;
  const { deps, locale } = contextOf(args);
  const outcome = await signIn(deps, { email, password, cookieHeader: cookiesOf(args), caller: callerOf(args), locale });
  if (outcome.ok) return landSignedIn(args, { cookies: outcome.value.cookies, next });
  if (outcome.error.kind === "too_many") return tooMany(args, outcome.error.retryAfterSeconds, { values: { email } });
  const key = outcome.error.kind === "unverified" ? "account.error.unverified" : "account.error.wrong";
  return refusedField({ field: "form", key }, { values: { email } });
}

export default function SignIn() {
  const { next, said, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = useAnsweredFields(answer);
  const { t } = useTexts();
  return (
    <AccountPage say={t("sign_in.sentence")}>
      {said !== null && answer === undefined ? <Notice kind={done === null ? "info" : "done"}>{t(said)}</Notice> : null}
      <FormMessage answer={answer} />
      <AppForm method="post">
        <FormStack>
          {next === "" ? null : <input type="hidden" name="next" value={next} />}
          <Field name="email" type="email" label={t("account.email")} autoComplete="username" {...field("email")} />
          <Field name="password" type="password" label={t("account.password")} autoComplete="current-password" {...field("password")} />
          <SubmitButton look="main" wide>
            {t("sign_in.button")}
          </SubmitButton>
        </FormStack>
      </AppForm>
      <p>
        <LinkWords to="/forgot">{t("sign_in.forgot")}</LinkWords>
      </p>
      <p>
        {t("sign_in.no_account")} <LinkWords to="/sign-up">{t("nav.sign_up")}</LinkWords>
      </p>
    </AccountPage>
  );
}
