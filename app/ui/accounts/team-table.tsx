import { STAFF_ROLES, type StaffRole } from "~/domain/accounts/roles";
import { type Column, DataTable } from "../display/data-table";
import { AppForm } from "../forms/app-form";
import { buttonLook } from "../forms/button-look";
import { ConfirmForm } from "../forms/confirm-form";
import { FormStack } from "../forms/form-stack";
import { Select } from "../forms/select";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";
import styles from "./team.module.css";

/** A member of the team. */
export type TeamRow = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly you: boolean;
};

type Props = { readonly brand: string; readonly members: readonly TeamRow[]; readonly mayChange: boolean };

/** Who runs the brand; owners change roles and remove members here. */
export function TeamTable({ brand, members, mayChange }: Props) {
  const { t } = useTexts();
  const columns: readonly Column<TeamRow>[] = [
    { id: "member", head: t("team.member"), cell: (row) => (row.you ? `${row.name} (${t("team.you")})` : row.name) },
    { id: "email", head: t("team.email"), cell: (row) => row.email },
    { id: "role", head: t("team.role"), cell: (row) => t(`role.${row.role}`), phone: "beside" },
  ];
  const change: Column<TeamRow> = {
    id: "change",
    head: t("team.change"),
    cell: (row) => <Change brand={brand} member={row} />,
    phone: "bare",
  };
  return (
    <DataTable
      caption={t("team.caption", { brand })}
      columns={mayChange ? [...columns, change] : columns}
      rows={members}
      keyOf={(row) => row.personId}
    />
  );
}

function Change({ brand, member }: { readonly brand: string; readonly member: TeamRow }) {
  const { t } = useTexts();
  return (
    <div className={styles.changes}>
      <details>
        <summary className={buttonLook({ low: true })}>{t("team.change")}</summary>
        <AppForm method="post">
          <FormStack>
            <input type="hidden" name="intent" value="change" />
            <input type="hidden" name="person" value={member.personId} />
            <RoleSelect value={member.role} />
            <SubmitButton low look="line">
              {t("team.save_role")}
            </SubmitButton>
          </FormStack>
        </AppForm>
      </details>
      <ConfirmForm
        ask={t("team.remove")}
        consequence={t("team.remove_consequence", { name: member.name, brand })}
        confirm={t("team.remove_confirm", { name: member.name })}
        fields={{ intent: "remove", person: member.personId }}
      />
    </div>
  );
}

/** The roles with what each may do. */
export function RoleSelect({ value, error }: { readonly value?: string | undefined; readonly error?: string | undefined }) {
  const { t } = useTexts();
  const options = STAFF_ROLES.map((role) => ({ value: role, label: t(`team.role.${role}`) }));
  return <Select name="role" label={t("team.role")} options={options} value={value} error={error} />;
}
