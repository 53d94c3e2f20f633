import { useNavigation } from "@remix-run/react";
import { type MouseEvent, type ReactNode, useEffect, useState } from "react";
import { useTexts } from "../texts/texts-context";
import styles from "./button.module.css";
import { type ButtonLook, buttonLook } from "./button-look";

type Props = ButtonLook & {
  readonly name?: string;
  readonly value?: string;
  readonly children: ReactNode;
};

/**
 * Sends its form. While that is under way it says so and takes no second press; without JavaScript it is an
 * ordinary submit button.
 */
export function SubmitButton({ name, value, children, ...look }: Props) {
  const { t } = useTexts();
  const idle = useNavigation().state === "idle";
  const [pressed, setPressed] = useState(false);
  const busy = pressed && !idle;
  useEffect(() => {
    if (idle) setPressed(false);
  }, [idle]);
  const press = (event: MouseEvent) => (busy ? event.preventDefault() : setPressed(true));
  return (
    <button type="submit" name={name} value={value} className={buttonLook(look)} aria-busy={busy} onClick={press}>
      {busy ? (
        <>
          <span className={styles.wheel} aria-hidden="true" />
          {t("form.sending")}
        </>
      ) : (
        children
      )}
    </button>
  );
}
