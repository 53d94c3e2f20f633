import { type Column, DataTable } from "../display/data-table";
import { Section } from "../display/section";
import { AppForm } from "../forms/app-form";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";

/** One signed-in device, in words. */
export type SessionRow = {
  readonly id: string;
  readonly device: string;
  readonly since: string;
  readonly address: string;
  readonly current: boolean;
};

/** Where the person is signed in; each but the present one can be ended here. */
export function SessionTable({ sessions }: { readonly sessions: readonly SessionRow[] }) {
  const { t } = useTexts();
  const columns: readonly Column<SessionRow>[] = [
    { id: "device", head: t("profile.device"), cell: (row) => row.device },
    { id: "since", head: t("profile.since"), cell: (row) => row.since },
    { id: "from", head: t("profile.from"), cell: (row) => row.address },
    { id: "end", head: t("profile.end"), cell: (row) => (row.current ? t("profile.this_device") : <EndOne id={row.id} />), phone: "bare" },
  ];
  return (
    <Section title={t("profile.sessions_section")}>
      <DataTable caption={t("profile.sessions_caption")} columns={columns} rows={sessions} keyOf={(row) => row.id} />
      {sessions.length > 1 ? (
        <AppForm method="post">
          <input type="hidden" name="intent" value="end_others" />
          <SubmitButton look="line">{t("profile.end_others")}</SubmitButton>
        </AppForm>
      ) : null}
    </Section>
  );
}

function EndOne({ id }: { readonly id: string }) {
  const { t } = useTexts();
  return (
    <AppForm method="post">
      <input type="hidden" name="intent" value="end_session" />
      <input type="hidden" name="session" value={id} />
      <SubmitButton low>{t("profile.end")}</SubmitButton>
    </AppForm>
  );
}
