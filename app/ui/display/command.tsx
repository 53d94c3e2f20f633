import styles from "./command.module.css";

/** A line to type on the command line; scrolls inside itself when it is long. */
export function Command({ children }: { readonly children: string }) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling by keyboard needs the focus
    <pre className={styles.command} tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}
