/** A page's address: where it stands, and every setting of it as text. */
export type Address = { readonly base: string; readonly settings: Readonly<Record<string, string>> };

/** The same page with some settings changed. */
export function addressWith({ base, settings }: Address, change: Readonly<Record<string, string>>): string {
  return `${base}?${queryOf({ ...settings, ...change })}`;
}

/** Settings as they stand in an address. */
export function queryOf(settings: Readonly<Record<string, string>>): string {
  return new URLSearchParams(settings).toString();
}

/** The address of another page about the same days. */
export function sameDays({ settings }: Address, base: string): string {
  const { from = "", to = "", zone = "" } = settings;
  return `${base}?${queryOf({ from, to, zone })}`;
}
