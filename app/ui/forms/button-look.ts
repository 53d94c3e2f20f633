import styles from "./button.module.css";

export type ButtonLook = {
  /** `main` is the one thing to do next; `line` stands beside it. */
  readonly look?: "main" | "line" | "quiet" | undefined;
  /** Low ones stand in tables and tool rows (44 px on phones all the same). */
  readonly low?: boolean;
  /** As wide as its form. */
  readonly wide?: boolean;
};

/** The class names of a button or of a link that looks like one. */
export function buttonLook({ look = "quiet", low = false, wide = false }: ButtonLook): string {
  const names = [styles.button, look === "main" && styles.main, look === "line" && styles.line, low && styles.low, wide && styles.wide];
  return names.filter(Boolean).join(" ");
}
