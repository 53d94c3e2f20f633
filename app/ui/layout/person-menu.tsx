import { Icon } from "../icons/icon";
import { useTexts } from "../texts/texts-context";
import { AppLink } from "./app-link";
import { LanguageSwitch } from "./language-switch";
import { initialsOf, type Person } from "./person";
import styles from "./person-menu.module.css";
import { useClosingDetails } from "./use-closing-details";
import { useHere } from "./use-here";

type Props = {
  readonly person: Person;
  /** The hat worn on this page, in words. */
  readonly wearing?: string | undefined;
  /** Where the block stands: the menu opens away from that edge. */
  readonly place: "top" | "side";
};

/** Face and name; opens the list of hats this person can put on, the language and the way out. Works without JavaScript. */
export function PersonMenu({ person, wearing, place }: Props) {
  const { t } = useTexts();
  const details = useClosingDetails();
  return (
    <details className={`${styles.menu} ${place === "side" ? styles.side : styles.top}`} ref={details}>
      <summary className={styles.who}>
        <span className={styles.face} aria-hidden="true">
          {initialsOf(person.name)}
        </span>
        <span className={styles.words}>
          <b>{person.name}</b>
          {wearing === undefined ? null : <span className={styles.hat}>{wearing}</span>}
        </span>
        <span className="visually-hidden">{t("nav.switch_role")}</span>
      </summary>
      <Hats person={person} />
    </details>
  );
}

function Hats({ person }: { readonly person: Person }) {
  const { t } = useTexts();
  const here = useHere();
  return (
    <div className={styles.panel}>
      <ul>
        {person.brands.map((brand) => (
          <li key={brand.slug}>
            <AppLink to={`/manage/${brand.slug}`}>
              <Icon name="store" small />
              {t("role.of_brand", { brand: brand.name, role: t(`role.${brand.role}`) })}
            </AppLink>
          </li>
        ))}
        {person.isOperator ? (
          <li>
            <AppLink to="/ops">
              <Icon name="pulse" small />
              {t("nav.operator")}
            </AppLink>
          </li>
        ) : null}
        <li>
          <AppLink to="/">
            <Icon name="bag" small />
            {t("nav.shop")}
          </AppLink>
        </li>
        <li>
          <AppLink to="/account">
            <Icon name="person" small />
            {t("nav.account")}
          </AppLink>
        </li>
      </ul>
      <div className={styles.foot}>
        <LanguageSwitch next={here} />
        <form method="post" action="/sign-out">
          <button className={styles.out} type="submit">
            <Icon name="out" small />
            {t("nav.sign_out")}
          </button>
        </form>
      </div>
    </div>
  );
}
