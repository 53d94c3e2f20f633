import { initialsOf } from "../layout/person";
import styles from "./face.module.css";

/** Dark enough for white letters in both themes. */
const TONES = ["rust", "pine", "ink", "plum", "ochre", "slate"] as const;

/** The round face of a creator or brand: initials on a colour that is always theirs. */
export function Face({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const tone = TONES[sum % TONES.length] ?? "rust";
  return (
    <span className={`${styles.face} ${styles[tone]} ${large ? styles.large : ""}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
