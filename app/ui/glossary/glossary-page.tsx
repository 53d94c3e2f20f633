import { METRIC_IDS, METRICS, type MetricId } from "~/domain/reporting/metrics";
import { Say } from "../display/say";
import { Section } from "../display/section";
import { useTexts } from "../texts/texts-context";
import styles from "./glossary-page.module.css";

const RULES = ["days", "tax", "watermark", "products"] as const;

/** Every figure in words, straight from the dictionary that computes them. */
export function GlossaryPage() {
  const { t } = useTexts();
  return (
    <>
      <Say rest={t("glossary.sentence_rest")}>{t("glossary.sentence")}</Say>
      <dl className={styles.list}>
        {METRIC_IDS.map((id) => (
          <Entry key={id} id={id} />
        ))}
      </dl>
      <Section title={t("glossary.rules")}>
        <ul className={styles.rules}>
          {RULES.map((rule) => (
            <li key={rule}>{t(`glossary.rule.${rule}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Entry({ id }: { readonly id: MetricId }) {
  const { t } = useTexts();
  const metric = METRICS[id];
  return (
    <div className={styles.entry} id={id}>
      <dt>{t(`metric.${id}.title`)}</dt>
      <dd className={styles.formula}>{t(`metric.${id}.formula`)}</dd>
      <dd className={styles.facts}>
        {t("glossary.fact", { name: t("glossary.unit"), value: t(`unit.${metric.unit}`) })}
        <br />
        {t("glossary.fact", { name: t("glossary.name"), value: id })}
        <br />
        {t("glossary.fact", { name: t("glossary.source"), value: metric.source })}
        <br />
        {t(metric.kind === "sum" || id === "net_sales" ? "glossary.additive" : "glossary.not_additive")}
      </dd>
    </div>
  );
}
