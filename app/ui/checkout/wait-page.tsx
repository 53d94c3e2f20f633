import { EmptyState } from "../display/empty-state";
import { buttonLook } from "../forms/button-look";
import { useTexts } from "../texts/texts-context";

/** Between the pay button and the bank's word: what happens, and the way to the bank where it asks. */
export function WaitPage({ challengeUrl }: { readonly challengeUrl: string | null }) {
  const { t } = useTexts();
  return (
    <>
      <h1>{challengeUrl === null ? t("wait.title") : t("wait.bank")}</h1>
      <EmptyState>
        <p role="status">{challengeUrl === null ? t("wait.body") : t("wait.bank_body")}</p>
        {challengeUrl === null ? null : (
          <a href={challengeUrl} className={buttonLook({ look: "main" })}>
            {t("wait.to_bank")}
          </a>
        )}
      </EmptyState>
    </>
  );
}
