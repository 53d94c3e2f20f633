import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { contextOf } from "~/http/context";
import { evenTime } from "~/http/even-time";
import { parseForm } from "~/http/form";
import { refusedField, refusedForm, tooMany } from "~/http/form-answer";
import { mailViewer } from "~/http/mail-viewer";
import { textsOf } from "~/http/texts";
import { forgotSchema } from "~/schemas/accounts";
import { requestPasswordReset } from "~/services/request-password-reset";
import { AccountPage } from "~/ui/accounts/account-page";
import { CheckMail } from "~/ui/accounts/check-mail";
import { FormMessage } from "~/ui/accounts/form-message";
import { useAnsweredFields } from "~/ui/accounts/use-answered-fields";
import { AppForm } from "~/ui/forms/app-form";
import { Field } from "~/ui/forms/field";
import { FormStack } from "~/ui/forms/form-stack";
import { SubmitButton } from "~/ui/forms/submit-button";
import { useTexts } from "~/ui/texts/texts-context";

export { actionHeaders as headers } from "~/http/action-headers";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { t } = textsOf(args);
  return { title: t("page.title", { page: t("forgot.title") }) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args.request, forgotSchema);
  if (!form.ok) return refusedForm(form);
  const { deps, locale, address } = contextOf(args);
  const { email } = form.value;
  const outcome = await evenTime(requestPasswordReset(deps, { email, locale, address }));
  if (outcome.ok) return data({ sentTo: email, viewer: mailViewer(args, email) });
  if (outcome.error.kind === "too_many") return tooMany(args, outcome.error.retryAfterSeconds, { values: { email } });
  return refusedField({ field: "email", key: "account.error.email" }, { values: { email } });
}

export default function Forgot() {
  const answer = useActionData<typeof action>();
  if (answer !== undefined && "sentTo" in answer) return <CheckMail kind="reset" email={answer.sentTo} viewer={answer.viewer} />;
  return <ForgotForm answer={answer} />;
}

function ForgotForm({ answer }: { readonly answer: Parameters<typeof FormMessage>[0]["answer"] }) {
  const field = useAnsweredFields(answer);
  const { t } = useTexts();
  return (
    <AccountPage say={t("forgot.title")} rest={t("forgot.sentence")}>
      <FormMessage answer={answer} />
      <AppForm method="post">
        <FormStack>
          <Field name="email" type="email" label={t("account.email")} autoComplete="email" {...field("email")} />
          <SubmitButton look="main" wide>
            {t("forgot.button")}
          </SubmitButton>
        </FormStack>
      </AppForm>
    </AccountPage>
  );
}
