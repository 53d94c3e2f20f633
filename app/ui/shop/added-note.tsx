import { Notice } from "../forms/notice";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";

/** Said after something was put into the bag, with the way there. */
export function AddedNote() {
  const { t } = useTexts();
  return (
    <Notice kind="done" focus>
      {t("product.added")} <AppLink to="/bag">{t("product.to_bag")}</AppLink>
    </Notice>
  );
}
