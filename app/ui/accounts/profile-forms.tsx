import { Section } from "../display/section";
import { AppForm } from "../forms/app-form";
import { Field } from "../forms/field";
import { FormStack } from "../forms/form-stack";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";
import { FormMessage } from "./form-message";
import { type AnsweredForm, useAnsweredFields } from "./use-answered-fields";

type Answer = AnsweredForm & { readonly message: string | null; readonly intent: string | null };
type Props = { readonly answer: Answer | undefined };

/** How the person is called. */
export function NameForm({ name, answer }: Props & { readonly name: string }) {
  const { t } = useTexts();
  const own = answer?.intent === "rename" ? answer : undefined;
  const field = useAnsweredFields(own);
  const { value = name, ...rest } = field("name");
  return (
    <Section title={t("profile.name_section")}>
      <FormMessage answer={own} />
      <AppForm method="post">
        <FormStack>
          <input type="hidden" name="intent" value="rename" />
          <Field name="name" label={t("account.name")} hint={t("account.name_hint")} autoComplete="name" value={value} {...rest} />
          <SubmitButton look="line">{t("profile.save_name")}</SubmitButton>
        </FormStack>
      </AppForm>
    </Section>
  );
}

/** A new password, by whoever knows the present one. */
export function PasswordForm({ email, answer }: Props & { readonly email: string }) {
  const { t } = useTexts();
  const own = answer?.intent === "password" ? answer : undefined;
  const field = useAnsweredFields(own);
  return (
    <Section title={t("profile.password_section")} note={t("profile.password_note")}>
      <FormMessage answer={own} />
      <AppForm method="post">
        <FormStack>
          <input type="hidden" name="intent" value="password" />
          {/* Password managers keep a new password under the name they find beside it. */}
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <Field
            name="current_password"
            type="password"
            label={t("account.password_current")}
            autoComplete="current-password"
            {...field("current_password")}
          />
          <Field
            name="password"
            type="password"
            label={t("account.password_new")}
            hint={t("account.password_hint")}
            autoComplete="new-password"
            {...field("password")}
          />
          <SubmitButton look="line">{t("profile.change_password")}</SubmitButton>
        </FormStack>
      </AppForm>
    </Section>
  );
}
