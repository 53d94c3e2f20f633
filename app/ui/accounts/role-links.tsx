import { LinkWords } from "../display/link-words";
import { Section } from "../display/section";
import type { Person } from "../layout/person";
import { useTexts } from "../texts/texts-context";

/** Every desk of this person, to change hats. */
export function RoleLinks({ person }: { readonly person: Person }) {
  const { t } = useTexts();
  const none = person.brands.length === 0 && !person.isOperator;
  return (
    <Section title={t("profile.roles_section")}>
      {none ? <p>{t("profile.no_roles")}</p> : null}
      <ul>
        {person.brands.map((brand) => (
          <li key={brand.slug}>
            <LinkWords to={`/manage/${brand.slug}`}>{t("role.of_brand", { brand: brand.name, role: t(`role.${brand.role}`) })}</LinkWords>
          </li>
        ))}
        {person.isOperator ? (
          <li>
            <LinkWords to="/ops">{t("nav.operator")}</LinkWords>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
