import { Icon } from "../icons/icon";
import { useTexts } from "../texts/texts-context";
import styles from "./sheet.module.css";
import { useSheet } from "./sheet-context";

type Props = {
  readonly title: string;
  /** The content names itself; the top only closes. */
  readonly quiet?: boolean;
  /** The content has not come yet. */
  readonly waiting?: boolean;
};

/** The top of a sheet: its title, and the way back to the page. */
export function SheetTop({ title, quiet = false, waiting = false }: Props) {
  const { t } = useTexts();
  const sheet = useSheet();
  const close = (
    <button type="button" className={styles.close} aria-label={t("sheet.close")} onClick={() => sheet?.close()}>
      <Icon name="close" />
    </button>
  );
  if (quiet) return <div className={styles.corner}>{close}</div>;
  return (
    <>
      <div className={styles.head}>
        <h2>{title}</h2>
        {close}
      </div>
      {waiting ? <div className={styles.waiting} aria-hidden="true" /> : null}
    </>
  );
}
