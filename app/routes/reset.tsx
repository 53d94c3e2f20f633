import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { refusedField, refusedForm, tooMany } from "~/http/form-answer";
import { textsOf } from "~/http/texts";
import { resetSchema } from "~/schemas/accounts";
import { type ResetRefusal, resetPassword } from "~/services/reset-password";
import { AccountPage } from "~/ui/accounts/account-page";
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

const REFUSALS: Readonly<Record<Exclude<ResetRefusal["kind"], "too_many">, { readonly field: string; readonly key: PlainKey }>> = {
  link_invalid: { field: "form", key: "reset.invalid" },
  password_too_short: { field: "password", key: "account.error.password_short" },
  password_too_long: { field: "password", key: "account.error.password_long" },
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  return { title: t("page.title", { page: t("reset.title") }), token: new URL(args.request.url).searchParams.get("token") ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, resetSchema);
  if (!form.ok) return refusedForm(form);
  const { deps, address } = contextOf(args);
  const outcome = await resetPassword(deps, { ...form.value, address });
  if (outcome.ok) return redirect("/sign-in?done=reset");
  if (outcome.error.kind === "too_many") return tooMany(args, outcome.error.retryAfterSeconds, { values: {} });
  return refusedField(REFUSALS[outcome.error.kind], { values: {} });
}

export default function Reset() {
  const { token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = useAnsweredFields(answer);
  const { t } = useTexts();
  return (
    <AccountPage say={t("reset.sentence")} rest={t("reset.rest")}>
      <FormMessage answer={answer} />
      <AppForm method="post">
        <FormStack>
          <input type="hidden" name="token" value={token} />
          <Field
            name="password"
            type="password"
            label={t("account.password_new")}
            hint={t("account.password_hint")}
            autoComplete="new-password"
            {...field("password")}
          />
          <SubmitButton look="main" wide>
            {t("reset.button")}
          </SubmitButton>
        </FormStack>
      </AppForm>
      <p>
        <LinkWords to="/forgot">{t("reset.again")}</LinkWords>
      </p>
    </AccountPage>
  );
}
