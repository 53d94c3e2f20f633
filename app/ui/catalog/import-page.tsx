import type { ShownImport } from "~/domain/catalog/catalog-import";
import { MAX_FILE_BYTES } from "~/domain/catalog/catalog-import";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { formatBytes } from "../format/numbers";
import { AppForm } from "../forms/app-form";
import { FileField } from "../forms/file-field";
import { FormButtons, FormStack } from "../forms/form-stack";
import { SubmitButton } from "../forms/submit-button";
import { useTexts } from "../texts/texts-context";
import { ImportList } from "./import-list";
import styles from "./import-page.module.css";

/** Why an upload was not taken. */
export type UploadProblem = { readonly kind: UploadProblemKind; readonly found?: readonly string[] };
export type UploadProblemKind =
  | "file_missing"
  | "file_empty"
  | "file_too_large"
  | "not_text"
  | "unknown_format"
  | "same_key_other_file"
  | "malformed";

type Props = {
  readonly base: string;
  readonly zone: string;
  /** One per page shown: sending the same form twice imports once. */
  readonly idempotencyKey: string;
  readonly problem: UploadProblem | null;
  readonly imports: readonly ShownImport[];
};

const RULES = ["read", "match", "absent", "twice"] as const;

/** The form that takes a product file, with what will happen to it, and the imports so far. */
export function ImportPage({ base, zone, idempotencyKey, problem, imports }: Props) {
  const { t, locale } = useTexts();
  const size = formatBytes(locale, MAX_FILE_BYTES);
  return (
    <>
      <Say rest={t("import.sentence_rest")}>{t("import.sentence")}</Say>
      <div className={styles.columns}>
        <AppForm method="post" withFile>
          <FormStack>
            <input type="hidden" name="key" value={idempotencyKey} />
            <FileField
              name="file"
              label={t("import.file")}
              hint={t("import.file_hint", { size })}
              accept=".csv,text/csv"
              error={problem === null ? undefined : told(t, problem, size)}
            />
            <FormButtons>
              <SubmitButton look="main">{t("import.send")}</SubmitButton>
            </FormButtons>
          </FormStack>
        </AppForm>
        <Section title={t("import.how")}>
          <ul className={styles.rules}>
            {RULES.map((rule) => (
              <li key={rule}>{t(`import.how.${rule}`)}</li>
            ))}
          </ul>
        </Section>
      </div>
      {imports.length === 0 ? null : (
        <Section title={t("import.recent")}>
          <ImportList base={base} zone={zone} imports={imports} />
        </Section>
      )}
    </>
  );
}

function told(t: ReturnType<typeof useTexts>["t"], problem: UploadProblem, size: string): string {
  if (problem.kind === "file_too_large") return t("import.refused.file_too_large", { size });
  if (problem.kind === "unknown_format") return t("import.refused.unknown_format", { found: problem.found?.join(", ") || "—" });
  return t(`import.refused.${problem.kind}`);
}
