import type { Actor, StaffRole } from "~/domain/accounts/roles";

/** Who is signed in, as the pages show them: a name and every hat they can put on. */
export type Person = {
  readonly name: string;
  readonly isOperator: boolean;
  readonly brands: readonly { readonly slug: string; readonly name: string; readonly role: StaffRole }[];
};

/** What the page may know of the signed-in person. */
export function personOf(actor: Actor): Person {
  return {
    name: actor.name,
    isOperator: actor.isOperator,
    brands: actor.brands.map(({ slug, name, role }) => ({ slug, name, role })),
  };
}

/** Up to two initials for the round face: `Inès Belkacem` → `IB`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
