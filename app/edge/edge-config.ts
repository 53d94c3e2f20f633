/** What the edge must know of this installation. */
export type EdgeConfig = {
  /** Scheme, host and port under which browsers reach this site. */
  readonly publicOrigin: URL;
  /** Addresses whose forwarded headers are believed. */
  readonly trustedProxies: ReadonlySet<string>;
  readonly development: boolean;
};
