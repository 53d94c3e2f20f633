import { type HTMLInputAutoCompleteAttribute, useId } from "react";
import { useTexts } from "../texts/texts-context";
import styles from "./field.module.css";
import { FieldFrame } from "./field-frame";
import { useFocusOnError } from "./use-focus-on-error";

type Props = {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password" | "search" | "date";
  readonly hint?: string | undefined;
  /** What is wrong and what to do; stands by the field. */
  readonly error?: string | undefined;
  /** What was typed before, so that nothing is typed twice. */
  readonly value?: string | undefined;
  readonly optional?: boolean;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  /** The first field with an error takes the focus when the page comes back. */
  readonly focus?: boolean;
};

/** A labelled field with its hint and its error. */
export function Field({ name, label, type = "text", hint, error, value, optional = false, focus = false, ...rest }: Props) {
  const { t } = useTexts();
  const id = useId();
  const ref = useFocusOnError<HTMLInputElement>(focus && error !== undefined, error);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional ? t("form.optional") : undefined}>
      <input
        ref={ref}
        id={id}
        className={styles.box}
        name={name}
        type={type}
        defaultValue={value}
        required={!optional}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        {...rest}
      />
    </FieldFrame>
  );
}
