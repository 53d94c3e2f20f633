/** What the edge must know of this installation. */
export type EdgeConfig = {
  /** Scheme, host and port under which browsers reach this site. */
  readonly publicOrigin: URL;
  /** Scheme, host and port of the payment provider's pages. */
  readonly providerOrigin: string;
  /** Addresses whose forwarded headers are believed. */
  readonly trustedProxies: ReadonlySet<string>;
  readonly development: boolean;
};
