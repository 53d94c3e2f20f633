import { Command } from "../display/command";
import { EmptyState } from "../display/empty-state";
import { Steps } from "../display/steps";
import { useTexts } from "../texts/texts-context";

const CLI = "npm run --silent cli --";

/** An installation without brands: the three commands that make it a shop. */
export function FirstBrand() {
  const { t } = useTexts();
  const steps = [
    {
      id: "brand",
      title: t("home.empty.brand"),
      body: <Command>{`${CLI} create-brand "Brume" --currency EUR --timezone Europe/Paris --country FR`}</Command>,
    },
    {
      id: "person",
      title: t("home.empty.person"),
      body: <Command>{`${CLI} create-user --email you@example.com --password ... --role owner --brand brume`}</Command>,
    },
    { id: "catalog", title: t("home.empty.catalog"), body: <Command>{`${CLI} import-catalog products.csv --brand brume`}</Command> },
  ];
  return (
    <EmptyState title={t("home.empty.title")}>
      <p>{t("home.empty.body")}</p>
      <Steps steps={steps} />
    </EmptyState>
  );
}
