import { tellChange } from "../format/changes";
import { useTexts } from "../texts/texts-context";
import styles from "./change-words.module.css";

type Props = {
  readonly now: number | null;
  readonly before: number | null;
  /** Whether more of it is good news; refunds and discounts are the other way round. */
  readonly moreIs?: "good" | "bad";
};

/** The change with sign and word; the colour only repeats what the words say. */
export function ChangeWords({ now, before, moreIs = "good" }: Props) {
  const texts = useTexts();
  if (now === null || before === null) return <>—</>;
  const { direction, size, words } = tellChange(texts, now, before);
  if (direction === "same" || size === null) return <>{words}</>;
  const good = (direction === "more") === (moreIs === "good");
  return <span className={good ? styles.gain : styles.loss}>{words}</span>;
}
