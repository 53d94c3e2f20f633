import type { PersonId } from "~/domain/kernel/branded";

/** Far more windows than anybody looks at; each costs memory and a share of the poller for as long as it is open. */
const MOST = 20;

/** Counts each person's open streams; gives a place in the form of the function that frees it, or `null` at the limit. */
export function streamPlaces(): (personId: PersonId) => (() => void) | null {
  const open = new Map<PersonId, number>();
  return (personId) => {
    const before = open.get(personId) ?? 0;
    if (before >= MOST) return null;
    open.set(personId, before + 1);
    let free = false;
    return () => {
      if (free) return;
      free = true;
      const left = (open.get(personId) ?? 1) - 1;
      if (left > 0) open.set(personId, left);
      else open.delete(personId);
    };
  };
}
