import { mayOnBrand, type StaffRole } from "~/domain/accounts/roles";
import type { IconName } from "../icons/icon";
import type { TextKey } from "../texts/catalogue";

/** Words of the navigation; none of them has anything to fill in. */
type NavKey = Extract<TextKey, `nav.${string}`>;

/** One door of a desk, with the rooms behind it. Its own address is that of its first room. */
export type Door = {
  readonly label: NavKey;
  readonly icon: IconName;
  readonly to: string;
  readonly rooms: readonly { readonly label: NavKey; readonly to: string }[];
};

/** The doors of a brand's desk that this role may open. */
export function doorsOfBrand(slug: string, role: StaffRole): readonly Door[] {
  const at = `/manage/${slug}`;
  const imports = mayOnBrand(role, "import_catalog") ? [{ label: "nav.import", to: `${at}/catalog/import` } as const] : [];
  const settings: readonly Door[] = mayOnBrand(role, "read_team")
    ? [{ label: "nav.settings", icon: "settings", to: `${at}/settings/team`, rooms: [{ label: "nav.team", to: `${at}/settings/team` }] }]
    : [];
  return [
    { label: "nav.today", icon: "clock", to: at, rooms: [] },
    { label: "nav.sell", icon: "tag", to: `${at}/catalog`, rooms: [{ label: "nav.catalog", to: `${at}/catalog` }, ...imports] },
    { label: "nav.grow", icon: "trend", to: `${at}/sales`, rooms: [{ label: "nav.sales", to: `${at}/sales` }] },
    ...settings,
  ];
}

/** The doors of the operator's desk. */
export function doorsOfOperator(): readonly Door[] {
  return [
    { label: "nav.health", icon: "pulse", to: "/ops", rooms: [] },
    { label: "nav.brands", icon: "store", to: "/ops/brands", rooms: [] },
  ];
}

/** The room the reader stands in: the longest address that starts theirs. */
export function roomAt(doors: readonly Door[], pathname: string): { readonly door: Door | undefined; readonly to: string | undefined } {
  const places = doors.flatMap((door) => [{ door, to: door.to }, ...door.rooms.map((room) => ({ door, to: room.to }))]);
  const inside = places.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const here = inside.sort((a, b) => b.to.length - a.to.length)[0];
  return { door: here?.door, to: here?.to };
}
