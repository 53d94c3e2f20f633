/** The only source of chance: identifiers that sort by the time they were made, and unguessable secrets. */
export type Ids = {
  /** `prefix_` + 26 or more characters, unique, e.g. `evt_01h…`. */
  readonly next: (prefix: string) => string;
  /** URL-safe text of at least 128 random bits. */
  readonly secret: () => string;
};
