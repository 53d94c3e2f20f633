import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { landingPath } from "~/domain/accounts/landing-path";
import { readActorOf } from "~/http/actor";
import { contextOf } from "~/http/context";
import { evenTime } from "~/http/even-time";
import { parseForm } from "~/http/form";
import { refusedField, refusedForm, tooMany } from "~/http/form-answer";
import { mailViewer } from "~/http/mail-viewer";
import { textsOf } from "~/http/texts";
import { signUpSchema } from "~/schemas/accounts";
import { type SignUpRefusal, signUp } from "~/services/sign-up";
import { AccountPage } from "~/ui/accounts/account-page";
import { CheckMail } from "~/ui/accounts/check-mail";
import { FormMessage } from "~/ui/accounts/form-message";
import { useAnsweredFields } from "~/ui/accounts/use-answered-fields";
import { LinkWords } from "~/ui/display/link-words";
import { AppForm } from "~/ui/forms/app-form";
import { Field } from "~/ui/forms/field";
import { FormStack } from "~/ui/forms/form-stack";
import { SubmitButton } from "~/ui/forms/submit-button";
import type { PlainKey } from "~/ui/texts/plain-key";
import { useTexts } from "~/ui/texts/texts-context";

export { actionHeaders as headers } from "~/http/action-headers";

const REFUSALS: Readonly<Record<Exclude<SignUpRefusal["kind"], "too_many">, { readonly field: string; readonly key: PlainKey }>> = {
  email_invalid: { field: "email", key: "account.error.email" },
  name_invalid: { field: "name", key: "account.error.name" },
  password_too_short: { field: "password", key: "account.error.password_short" },
  password_too_long: { field: "password", key: "account.error.password_long" },
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await readActorOf(args);
  if (actor !== null) throw redirect(landingPath(actor));
  const { t } = textsOf(args);
  return { title: t("page.title", { page: t("sign_up.title") }) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, signUpSchema);
  if (!form.ok) return refusedForm(form);
  const { deps, locale, address } = contextOf(args);
  const { name, email } = form.value;
  const outcome = await evenTime(signUp(deps, { ...form.value, locale, address }));
  if (outcome.ok) return data({ sentTo: email, viewer: mailViewer(args, email) });
  if (outcome.error.kind === "too_many") return tooMany(args, outcome.error.retryAfterSeconds, { values: { name, email } });
  return refusedField(REFUSALS[outcome.error.kind], { values: { name, email } });
}

export default function SignUp() {
  const answer = useActionData<typeof action>();
  if (answer !== undefined && "sentTo" in answer) return <CheckMail kind="verify" email={answer.sentTo} viewer={answer.viewer} />;
  return <SignUpForm answer={answer} />;
}

function SignUpForm({ answer }: { readonly answer: Parameters<typeof FormMessage>[0]["answer"] }) {
  const field = useAnsweredFields(answer);
  const { t } = useTexts();
  return (
    <AccountPage say={t("sign_up.title")} rest={t("sign_up.sentence")}>
      <FormMessage answer={answer} />
      <AppForm method="post">
        <FormStack>
          <Field name="name" label={t("account.name")} hint={t("account.name_hint")} autoComplete="name" {...field("name")} />
          <Field name="email" type="email" label={t("account.email")} autoComplete="email" {...field("email")} />
          <Field
            name="password"
            type="password"
            label={t("account.password")}
            hint={t("account.password_hint")}
            autoComplete="new-password"
            {...field("password")}
          />
          <SubmitButton look="main" wide>
            {t("sign_up.button")}
          </SubmitButton>
        </FormStack>
      </AppForm>
      <p>
        {t("sign_up.have_account")} <LinkWords to="/sign-in">{t("nav.sign_in")}</LinkWords>
      </p>
    </AccountPage>
  );
}
