import { useId } from "react";
import { FieldFrame } from "./field-frame";
import styles from "./file-field.module.css";
import { useFocusOnError } from "./use-focus-on-error";

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** Media types and endings the file dialog offers first; the server checks the content itself. */
  readonly accept: string;
};

/** Takes one file, by choosing or by dropping it on the field. */
export function FileField({ name, label, hint, error, accept }: Props) {
  const id = useId();
  const ref = useFocusOnError<HTMLInputElement>(error !== undefined, error);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input
        ref={ref}
        id={id}
        className={styles.file}
        type="file"
        name={name}
        accept={accept}
        required
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${id}-error`}
      />
    </FieldFrame>
  );
}
