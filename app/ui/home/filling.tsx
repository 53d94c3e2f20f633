import { ProgressBar } from "../display/progress-bar";
import { Section } from "../display/section";
import { Notice } from "../forms/notice";
import type { TextKey } from "../texts/catalogue";
import { useTexts } from "../texts/texts-context";
import styles from "./filling.module.css";
import type { ProgressFacts } from "./showcase-facts";

type Part = Extract<TextKey, `progress.part.${string}`>;

const PARTS: Readonly<Record<string, Part>> = {
  "demo.brands": "progress.part.brands",
  "demo.people": "progress.part.people",
  "demo.catalog": "progress.part.catalog",
  "demo.history": "progress.part.history",
};

/** How far the demo world is: each part with its bar. */
export function Filling({ progress }: { readonly progress: readonly ProgressFacts[] }) {
  const { t } = useTexts();
  return (
    <Section title={t("demo.filling")} note={t("demo.filling_note")}>
      <div className={styles.parts} aria-live="polite">
        {progress.map((one) =>
          one.state === "failed" ? (
            <Notice key={one.key} kind="refused">
              {t(PARTS[one.key] ?? "progress.part.other")}: {t("demo.failed")}
            </Notice>
          ) : (
            <ProgressBar
              key={one.key}
              label={t(PARTS[one.key] ?? "progress.part.other")}
              done={one.done}
              total={one.total}
              finished={one.state === "done"}
            />
          ),
        )}
      </div>
    </Section>
  );
}
