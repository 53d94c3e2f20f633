import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { refusedField, refusedForm, tooMany } from "~/http/form-answer";
import { textsOf } from "~/http/texts";
import { verifySchema } from "~/schemas/accounts";
import { verifyEmail } from "~/services/verify-email";
import { AccountPage } from "~/ui/accounts/account-page";
import { FormMessage } from "~/ui/accounts/form-message";
import { useAnsweredFields } from "~/ui/accounts/use-answered-fields";
import { LinkWords } from "~/ui/display/link-words";
import { AppForm } from "~/ui/forms/app-form";
import { Field } from "~/ui/forms/field";
import { FormStack } from "~/ui/forms/form-stack";
import { SubmitButton } from "~/ui/forms/submit-button";
import { useTexts } from "~/ui/texts/texts-context";

export { actionHeaders as headers } from "~/http/action-headers";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  return { title: t("page.title", { page: t("verify.title") }), token: new URL(args.request.url).searchParams.get("token") ?? "" };
}

/**
 * Opening the mailed link only shows a form: programs that look into mails open links too, and must not confirm
 * an address for whoever typed it.
 */
export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, verifySchema);
  if (!form.ok) return refusedForm(form);
  const { deps, address } = contextOf(args);
  const outcome = await verifyEmail(deps, { ...form.value, address });
  if (outcome.ok) return redirect("/sign-in?done=verified");
  if (outcome.error.kind === "too_many") return tooMany(args, outcome.error.retryAfterSeconds, { values: {} });
  const field = outcome.error.kind === "wrong_password" ? "password" : "form";
  return refusedField({ field, key: `verify.${outcome.error.kind}` }, { values: {} });
}

export default function Verify() {
  const { token } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = useAnsweredFields(answer);
  const { t } = useTexts();
  return (
    <AccountPage say={t("verify.title")} rest={t("verify.sentence")}>
      <FormMessage answer={answer} />
      <AppForm method="post">
        <FormStack>
          <input type="hidden" name="token" value={token} />
          <Field
            name="password"
            type="password"
            label={t("account.password")}
            hint={t("verify.password_hint")}
            autoComplete="current-password"
            {...field("password")}
          />
          <SubmitButton look="main" wide>
            {t("verify.button")}
          </SubmitButton>
        </FormStack>
      </AppForm>
      {answer === undefined ? null : (
        <p>
          <LinkWords to="/forgot">{t("forgot.title")}</LinkWords> · <LinkWords to="/sign-in">{t("nav.sign_in")}</LinkWords>
        </p>
      )}
    </AccountPage>
  );
}
