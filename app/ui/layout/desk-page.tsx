import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "../icons/icon";
import { useTexts } from "../texts/texts-context";
import { AppLink } from "./app-link";
import styles from "./desk-page.module.css";
import { type Door, roomAt } from "./doors";
import type { Person } from "./person";
import { PersonMenu } from "./person-menu";
import { SkipLink } from "./skip-link";
import { useDoorInView } from "./use-door-in-view";
import { Wordmark } from "./wordmark";

type Props = {
  readonly doors: readonly Door[];
  readonly person: Person;
  /** The hat worn here, such as `Brume, manager`. */
  readonly wearing: string;
  readonly children: ReactNode;
};

/** A desk: doors at the side (a bar on top on phones), the person with their hats below, the page beside. */
export function DeskPage({ doors, person, wearing, children }: Props) {
  return (
    <div className={styles.desk}>
      <SkipLink />
      <header className={styles.side}>
        <Wordmark />
        <Doors doors={doors} label={wearing} />
        <PersonMenu person={person} wearing={wearing} place="side" />
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}

function Doors({ doors, label }: { readonly doors: readonly Door[]; readonly label: string }) {
  const { t } = useTexts();
  const here = roomAt(doors, useLocation().pathname);
  const bar = useDoorInView(here.door?.to);
  return (
    <nav ref={bar} className={styles.doors} aria-label={label}>
      {doors.map((door) => (
        <div key={door.to} className={styles.door}>
          <AppLink
            to={door.to}
            className={door === here.door ? (door.rooms.length === 0 ? styles.on : styles.open) : undefined}
            current={door === here.door && door.rooms.length === 0 ? "page" : undefined}
          >
            <Icon name={door.icon} small />
            {t(door.label)}
          </AppLink>
          {door === here.door && door.rooms.length > 0 ? (
            <div className={styles.rooms}>
              {door.rooms.map((room) => (
                <AppLink
                  key={room.to}
                  to={room.to}
                  className={room.to === here.to ? styles.on : undefined}
                  current={room.to === here.to ? "page" : undefined}
                >
                  {t(room.label)}
                </AppLink>
              ))}
            </div>
          ) : null}
        </div>
      ))}
    </nav>
  );
}
