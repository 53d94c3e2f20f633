import type { ReactNode } from "react";
import { Command } from "../display/command";
import { Say } from "../display/say";
import { Steps } from "../display/steps";
import { buttonLook } from "../forms/button-look";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";

type Props = { readonly base: string; readonly slug: string; readonly mayImport: boolean; readonly mark: ReactNode };

/** A brand without any sale: what to do first. */
export function FirstSteps({ base, slug, mayImport, mark }: Props) {
  const { t } = useTexts();
  const importLink = (
    <AppLink to={`${base}/catalog/import`} className={buttonLook({ look: "main" })}>
      {t("catalog.import")}
    </AppLink>
  );
  const catalog = {
    id: "catalog",
    title: t("today.never_catalog"),
    body: (
      <>
        <p>{mayImport ? t("today.never_catalog_body") : t("catalog.none_reader")}</p>
        {mayImport ? importLink : null}
      </>
    ),
  };
  const history = {
    id: "history",
    title: t("today.never_history"),
    body: (
      <>
        <p>{t("today.never_history_body")}</p>
        <Command>{`npm run --silent cli -- import-orders FILE --brand ${slug} --format online-retail`}</Command>
        <p>{t("today.never_history_wait")}</p>
      </>
    ),
  };
  return (
    <>
      <Say rest={t("today.never_rest")}>{t("today.never")}</Say>
      <Steps steps={[catalog, history]} />
      {mark}
    </>
  );
}
