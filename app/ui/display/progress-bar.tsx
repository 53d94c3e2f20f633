import { useTexts } from "../texts/texts-context";
import styles from "./progress-bar.module.css";

type Props = {
  readonly label: string;
  readonly done: number;
  /** 0 while the size is not known yet. */
  readonly total: number;
  readonly finished?: boolean;
};

/** How far something is: a bar and the same in figures. */
export function ProgressBar({ label, done, total, finished = false }: Props) {
  const { t } = useTexts();
  const words = finished ? t("progress.done") : total === 0 ? "…" : t("progress.of", { done, total });
  const share = finished ? 1 : total === 0 ? 0 : Math.min(1, done / total);
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span>{label}</span>
        <span className={styles.count}>{words}</span>
      </div>
      <svg
        className={styles.bar}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={words}
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        height={6}
      >
        <rect className={styles.track} width={100} height={1} />
        <rect className={styles.fill} width={share * 100} height={1} />
      </svg>
    </div>
  );
}
