import { Section } from "../display/section";
import { AppForm } from "../forms/app-form";
import { Field } from "../forms/field";
import { FormStack } from "../forms/form-stack";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";
import { FormMessage } from "./form-message";
import styles from "./team.module.css";
import { RoleSelect } from "./team-table";
import { type AnsweredForm, useAnsweredFields } from "./use-answered-fields";

type Props = { readonly answer: (AnsweredForm & { readonly message: string | null }) | undefined };

/** Takes somebody with an account into the team. */
export function AddMemberForm({ answer }: Props) {
  const { t } = useTexts();
  const field = useAnsweredFields(answer);
  return (
    <Section title={t("team.add_section")} note={t("team.add_note")}>
      <FormMessage answer={answer} />
      <AppForm method="post" className={styles.form}>
        <FormStack>
          <input type="hidden" name="intent" value="add" />
          <Field name="email" type="email" label={t("team.email")} autoComplete="off" {...field("email")} />
          <RoleSelect value={field("role").value ?? "analyst"} error={field("role").error} />
          <SubmitButton look="main">{t("team.add")}</SubmitButton>
        </FormStack>
      </AppForm>
    </Section>
  );
}
