import { AppForm } from "../forms/app-form";
import { buttonLook } from "../forms/button-look";
import { useHere } from "../layout/use-here";
import { useTexts } from "../texts/texts-context";
import styles from "./follow-form.module.css";

type Props = {
  readonly handle: string;
  readonly followed: boolean;
  /** As words only, where the picture is the loud part. */
  readonly quiet?: boolean;
};

/** Follows a creator, or no longer; comes back to where it was pressed. */
export function FollowForm({ handle, followed, quiet = false }: Props) {
  const { t } = useTexts();
  const here = useHere();
  const words = followed ? t("follow.on") : t("follow.off");
  const label = followed ? t("follow.stop", { handle }) : t("follow.start", { handle });
  return (
    <AppForm method="post" action={`/@${handle}`} keepScroll>
      <input type="hidden" name="follow" value={followed ? "0" : "1"} />
      <input type="hidden" name="back" value={here} />
      <button
        type="submit"
        className={quiet ? `${styles.quiet} ${followed ? styles.on : ""}` : buttonLook({ look: followed ? "line" : "main" })}
        aria-label={label}
      >
        {words}
      </button>
    </AppForm>
  );
}
