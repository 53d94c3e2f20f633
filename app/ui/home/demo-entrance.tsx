import { Section } from "../display/section";
import { Icon } from "../icons/icon";
import { useTexts } from "../texts/texts-context";
import styles from "./demo-entrance.module.css";

const PEOPLE = [
  { persona: "ines", face: "IB", tone: "green" },
  { persona: "camille", face: "CR", tone: "brown" },
  { persona: "lina", face: "LM", tone: "red" },
  { persona: "sam", face: "SO", tone: "grey" },
] as const;

/** The demo's people, each one press away. Plain forms: the next page greets somebody new. */
export function DemoEntrance() {
  const { t } = useTexts();
  return (
    <Section title={t("demo.title")} note={t("demo.note")}>
      <ul className={styles.people}>
        {PEOPLE.map(({ persona, face, tone }) => (
          <li key={persona}>
            <form method="post" action="/demo/sign-in">
              <button className={styles.person} type="submit" name="persona" value={persona}>
                <span className={`${styles.face} ${styles[tone]}`} aria-hidden="true">
                  {face}
                </span>
                <span className={styles.words}>
                  <b>{t(`demo.${persona}`)}</b>
                  <span>{t(`demo.${persona}.sees`)}</span>
                </span>
                <Icon name="right" small />
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
