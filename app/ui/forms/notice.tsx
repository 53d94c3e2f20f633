import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "../icons/icon";
import styles from "./notice.module.css";

type Props = {
  readonly kind: "done" | "refused" | "caution" | "info";
  /** Takes the focus when it appears, so that a screen reader starts here. */
  readonly focus?: boolean;
  readonly children: ReactNode;
};

const ICONS = { done: "check", refused: "warning", caution: "clock", info: "eye" } as const;

/** What just happened, or what stands in the way; stays until the page changes. */
export function Notice({ kind, focus = false, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) ref.current?.focus();
  }, [focus]);
  return (
    <div ref={ref} tabIndex={-1} className={`${styles.notice} ${styles[kind]}`} role={kind === "refused" ? "alert" : "status"}>
      <Icon name={ICONS[kind]} />
      <div>{children}</div>
    </div>
  );
}
